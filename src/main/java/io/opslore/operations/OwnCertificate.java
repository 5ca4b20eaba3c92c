package io.opslore.operations;

import io.opslore.outbound.PinnedCertificate;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Optional;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The certificate that this portal shows to browsers, where it speaks TLS itself. */
@Component
class OwnCertificate {

    private final Optional<String> bundle;
    private final SslBundles bundles;

    OwnCertificate(Environment settings, SslBundles bundles) {
        this.bundle = Optional.ofNullable(settings.getProperty("server.ssl.bundle"));
        this.bundles = bundles;
    }

    /** Empty where there is none. */
    Optional<String> fingerprint() {
        return bundle.map(bundles::getBundle).map(OwnCertificate::fingerprint);
    }

    /** Does that each time that another certificate has come. */
    void onChange(Runnable told) {
        bundle.ifPresent(name -> bundles.addBundleUpdateHandler(name, changed -> told.run()));
    }

    private static String fingerprint(SslBundle bundle) {
        try {
            KeyStore store = bundle.getStores().getKeyStore();
            if (store == null) {
                throw new IllegalStateException(
                        "The bundle of server.ssl.bundle has no key and certificate");
            }
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)
                        && store.getCertificate(alias) instanceof X509Certificate own) {
                    return PinnedCertificate.fingerprint(own);
                }
            }
            throw new IllegalStateException("The bundle of server.ssl.bundle has no key");
        } catch (KeyStoreException e) {
            throw new IllegalStateException(e);
        }
    }
}
