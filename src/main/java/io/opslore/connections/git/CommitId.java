package io.opslore.connections.git;

import java.util.regex.Pattern;

/**
 * Identifies a commit, and with it all that it holds.
 *
 * @param value 40 hexadecimal digits in lower case
 */
public record CommitId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{40}");

    public CommitId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("No id of a commit");
        }
    }
}
