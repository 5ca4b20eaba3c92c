package io.opslore.guard;

import java.util.List;

/**
 * A text without its secrets.
 *
 * @param text has as many lines as the original, each in its place
 * @param secrets what was found, in the order of the text
 */
public record Masked(String text, List<MaskedSecret> secrets) {

    public Masked {
        secrets = List.copyOf(secrets);
    }

    public boolean foundAny() {
        return !secrets.isEmpty();
    }
}
