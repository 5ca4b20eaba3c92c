package io.opslore.outbound;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;

/**
 * The SSL bundles that the operator has named for the portal's own servers. What is handed out
 * follows its bundle: where Boot reads that anew because a file has changed ({@code
 * reload-on-update}), the next connection is made with what is in it now. Thread-safe.
 */
@Component
public class Certificates {

    private final SslBundles bundles;
    private final ConcurrentMap<String, Tls> made = new ConcurrentHashMap<>();

    Certificates(SslBundles bundles) {
        this.bundles = bundles;
    }

    /**
     * Empty where none is named: then Java's own certificates decide.
     *
     * @param bundle the name of one, or nothing
     * @param setting that names it; for messages
     * @throws UnknownBundle if there is none of that name
     */
    public Optional<Tls> of(String bundle, String setting) {
        if (bundle.isBlank()) {
            return Optional.empty();
        }
        if (!bundles.getBundleNames().contains(bundle)) {
            throw new UnknownBundle(bundle, setting, bundles.getBundleNames());
        }
        return Optional.of(made.computeIfAbsent(bundle, this::following));
    }

    private Tls following(String bundle) {
        Tls tls = new Tls(bundles.getBundle(bundle));
        bundles.addBundleUpdateHandler(bundle, tls::follow);
        return tls;
    }
}
