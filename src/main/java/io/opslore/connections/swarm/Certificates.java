package io.opslore.connections.swarm;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.boot.ssl.pem.PemSslStore;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;

/** What a connection's engine is known by, and what the portal shows it. */
final class Certificates {

    private Certificates() {}

    /**
     * Empty where nothing was entered: then the machine's own certificates decide.
     *
     * @throws ConnectionFailed for what is no PEM
     */
    static Optional<SSLContext> of(Connection connection) {
        String ca = connection.secret("ca");
        String cert = connection.secret("cert");
        String key = connection.secret("key");
        if (cert.isEmpty() != key.isEmpty()) {
            throw unfit("A certificate and its key belong together.", null);
        }
        if (ca.isEmpty() && cert.isEmpty()) {
            return Optional.empty();
        }
        try {
            PemSslStore own = cert.isEmpty() ? null : PemSslStore.of(chain(cert), key(key));
            PemSslStore trusted = ca.isEmpty() ? null : PemSslStore.of(chain(ca), null);
            return Optional.of(
                    SslBundle.of(new PemSslStoreBundle(own, trusted)).createSslContext());
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw unfit("The certificates or the key cannot be read.", e);
        }
    }

    private static List<X509Certificate> chain(String pem) {
        List<X509Certificate> chain = PemContent.of(pem).getCertificates();
        if (chain == null || chain.isEmpty()) {
            throw new IllegalStateException("No certificate");
        }
        return chain;
    }

    private static PrivateKey key(String pem) {
        PrivateKey key = PemContent.of(pem).getPrivateKey();
        if (key == null) {
            throw new IllegalStateException("No key");
        }
        return key;
    }

    private static ConnectionFailed unfit(String sentence, @Nullable Exception cause) {
        String suggestion = "Enter PEM texts, as docker's ca.pem, cert.pem and key.pem are.";
        return cause == null
                ? new ConnectionFailed(Reason.UNFIT, sentence, suggestion)
                : new ConnectionFailed(Reason.UNFIT, sentence, suggestion, cause);
    }
}
