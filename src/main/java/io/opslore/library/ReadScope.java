package io.opslore.library;

import java.util.Set;

/**
 * What a person may read at the moment of asking: it goes into every index query as a filter and is
 * what every hit is checked against. An empty scope reads nothing; there is no scope that means
 * "everything".
 */
public record ReadScope(Set<SpaceId> spaces) {

    public ReadScope {
        spaces = Set.copyOf(spaces);
    }

    /** Whether nothing may be read. */
    public boolean isEmpty() {
        return spaces.isEmpty();
    }

    /** Whether the given space may be read. */
    public boolean covers(SpaceId space) {
        return spaces.contains(space);
    }

    /** This scope cut down to one space; empty where that space is not covered. */
    public ReadScope within(SpaceId space) {
        return new ReadScope(covers(space) ? Set.of(space) : Set.of());
    }
}
