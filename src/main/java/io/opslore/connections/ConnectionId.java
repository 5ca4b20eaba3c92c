package io.opslore.connections;

import java.util.regex.Pattern;

/**
 * Identifies a connection, to people and models alike; never changes.
 *
 * @param value lower-case letters, digits and hyphens, at most 40
 */
public record ConnectionId(String value) {

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public ConnectionId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("No id of a connection: " + value);
        }
    }

    /** Whether the text can be one. */
    public static boolean isOne(String text) {
        return KEY.matcher(text).matches();
    }
}
