package io.opslore.library;

import io.opslore.identity.Grantee;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A document that fewer people may see than its space lets in.
 *
 * @param revisions all of them: an index may still hold old ones
 * @param to of those whom the space lets in, only these, and whoever manages the space
 */
record Narrowed(DocumentId document, SpaceId space, Set<RevisionId> revisions, Set<Grantee> to) {

    Narrowed {
        revisions = Set.copyOf(revisions);
        to = Set.copyOf(to);
    }

    /** The same document, seen by those of both. */
    Narrowed and(Narrowed more) {
        return new Narrowed(
                document,
                space,
                revisions,
                Stream.concat(to.stream(), more.to.stream()).collect(Collectors.toSet()));
    }
}
