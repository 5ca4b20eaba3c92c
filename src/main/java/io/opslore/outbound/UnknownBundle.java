package io.opslore.outbound;

import java.util.Collection;

/** A setting names an SSL bundle that is not there. */
public final class UnknownBundle extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String advice;

    UnknownBundle(String bundle, String setting, Collection<String> known) {
        super(
                "%s names the SSL bundle '%s', and there is none of that name"
                        .formatted(setting, bundle));
        advice =
                "Define it as spring.ssl.bundle.pem.%s.… (see docs/tls.md)%s."
                        .formatted(
                                bundle,
                                known.isEmpty()
                                        ? ""
                                        : ", or name one of those that there are: "
                                                + String.join(", ", known));
    }

    String advice() {
        return advice;
    }
}
