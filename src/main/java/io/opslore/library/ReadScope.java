package io.opslore.library;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a person may read at the moment of asking: it goes into every index query as a filter and is
 * what every hit is checked against. An empty scope reads nothing; there is no scope that means
 * "everything".
 *
 * @param spaces where it reads
 * @param withheld documents in these spaces that it does not read
 * @param withheldRevisions their revisions, as an index knows them
 */
public record ReadScope(
        Set<SpaceId> spaces, Set<DocumentId> withheld, Set<RevisionId> withheldRevisions) {

    public ReadScope {
        spaces = Set.copyOf(spaces);
        withheld = Set.copyOf(withheld);
        withheldRevisions = Set.copyOf(withheldRevisions);
    }

    /** All documents of these spaces. */
    public ReadScope(Set<SpaceId> spaces) {
        this(spaces, Set.of(), Set.of());
    }

    /** Whether nothing may be read. */
    public boolean isEmpty() {
        return spaces.isEmpty();
    }

    /** Whether the given space may be read. */
    public boolean covers(SpaceId space) {
        return spaces.contains(space);
    }

    /** Whether the given document of the given space may be read. */
    public boolean covers(SpaceId space, DocumentId document) {
        return covers(space) && !withheld.contains(document);
    }

    /** This scope cut down to one space; empty where that space is not covered. */
    public ReadScope within(SpaceId space) {
        return within(Set.of(space));
    }

    /** This scope cut down to those of the spaces that it covers. */
    public ReadScope within(Set<SpaceId> wanted) {
        return new ReadScope(
                spaces.stream().filter(wanted::contains).collect(Collectors.toSet()),
                withheld,
                withheldRevisions);
    }

    /** For queries: the spaces' ids. */
    UUID[] spaceIds() {
        return spaces.stream().map(SpaceId::value).toArray(UUID[]::new);
    }

    /** For queries: the withheld documents' ids. */
    UUID[] withheldIds() {
        return withheld.stream().map(DocumentId::value).toArray(UUID[]::new);
    }
}
