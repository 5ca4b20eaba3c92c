package io.opslore.sources;

import java.util.regex.Pattern;

/**
 * Identifies a source; part of the keys of its documents and of its webhook's address, so it never
 * changes.
 *
 * @param value lower-case letters, digits and hyphens, at most 40
 */
public record SourceId(String value) {

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public SourceId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("No id of a source: " + value);
        }
    }

    /** Whether the text can be one. */
    public static boolean isOne(String text) {
        return KEY.matcher(text).matches();
    }
}
