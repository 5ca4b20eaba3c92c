package io.opslore.library;

import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which documents are wanted, by what is known about them. Everything that is asked for holds at
 * once; of the kinds any one is enough.
 *
 * @param kinds any of these; empty for all
 * @param notKinds none of these
 * @param tags all of these, lower-case
 * @param notTags none of these, lower-case
 * @param path what their path must be like
 * @param from changed then or later; null for any time
 * @param before changed earlier; null for any time
 */
public record DocumentFilter(
        Set<DocumentKind> kinds,
        Set<DocumentKind> notKinds,
        Set<String> tags,
        Set<String> notTags,
        Predicate<String> path,
        @Nullable Instant from,
        @Nullable Instant before) {

    public DocumentFilter {
        kinds = Set.copyOf(kinds);
        notKinds = Set.copyOf(notKinds);
        tags = Set.copyOf(tags);
        notTags = Set.copyOf(notTags);
    }
}
