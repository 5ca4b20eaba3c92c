package io.opslore.retrieval.engine;

import io.opslore.library.ReadScope;
import io.opslore.library.RevisionId;
import io.opslore.retrieval.text.Language;
import java.util.Optional;
import java.util.Set;

/**
 * Where a search may look.
 *
 * @param scope what the reader may see
 * @param revisions where only these are wanted; they widen nothing
 * @param languages where only chunks in these are wanted; empty for all
 */
public record Within(
        ReadScope scope, Optional<Set<RevisionId>> revisions, Set<Language> languages) {

    public Within {
        revisions = revisions.map(Set::copyOf);
        languages = Set.copyOf(languages);
    }

    /** In whatever language. */
    public Within(ReadScope scope, Optional<Set<RevisionId>> revisions) {
        this(scope, revisions, Set.of());
    }

    /** All that the reader may see. */
    public static Within all(ReadScope scope) {
        return new Within(scope, Optional.empty());
    }

    /** Whether there is nothing to look at. */
    public boolean isEmpty() {
        return scope.isEmpty() || revisions.filter(Set::isEmpty).isPresent();
    }
}
