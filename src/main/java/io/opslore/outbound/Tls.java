package io.opslore.outbound;

import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import nl.altindag.ssl.SSLFactory;
import nl.altindag.ssl.util.SSLFactoryUtils;
import org.springframework.boot.ssl.SslBundle;

/**
 * What a kind of server is known by, and what the portal shows it, at the moment of each
 * connection. Thread-safe.
 */
public final class Tls {

    private final SSLFactory factory;

    Tls(SslBundle bundle) {
        factory = of(bundle).withSwappableTrustMaterial().withSwappableIdentityMaterial().build();
    }

    /** For whoever makes sockets by it. */
    public SSLContext context() {
        return factory.getSslContext();
    }

    /** Which certificates are believed. */
    public X509ExtendedTrustManager trust() {
        return factory.getTrustManager().orElseThrow();
    }

    /** The portal's own certificate; knows none where the bundle has none. */
    public X509ExtendedKeyManager identity() {
        return factory.getKeyManager().orElseThrow();
    }

    /** From now on it is as in this bundle; what is remembered of earlier sessions is forgotten. */
    void follow(SslBundle bundle) {
        SSLFactoryUtils.reload(factory, of(bundle).build());
    }

    private static SSLFactory.Builder of(SslBundle bundle) {
        return SSLFactory.builder()
                .withTrustMaterial(
                        only(
                                X509ExtendedTrustManager.class,
                                bundle.getManagers().getTrustManagers()))
                .withIdentityMaterial(
                        only(X509ExtendedKeyManager.class, bundle.getManagers().getKeyManagers()));
    }

    private static <T> T only(Class<T> kind, Object[] managers) {
        return Arrays.stream(managers)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Java offers no " + kind));
    }
}
