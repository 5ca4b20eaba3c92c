package io.opslore.assistant;

import java.util.List;

/**
 * A cited source as it was cited, and as it is now.
 *
 * @param before lines of the cited revision
 * @param after lines of the revision that answers now
 */
public record SourceDifference(List<String> before, List<String> after) {

    public SourceDifference {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
