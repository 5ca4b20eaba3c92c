package io.opslore.identity;

import java.util.regex.Pattern;

/**
 * Identifies one sign-in provider; part of the addresses that are told to it, so it never changes.
 *
 * @param value lower-case letters, digits and hyphens, at most 40
 */
public record ProviderId(String value) {

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public ProviderId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("No key of a sign-in provider: " + value);
        }
    }

    /** Whether the text can be one. */
    public static boolean isOne(String text) {
        return KEY.matcher(text).matches();
    }
}
