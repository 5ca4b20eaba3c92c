package io.opslore.library;

import java.util.Collection;
import java.util.Set;

/** What snapshots are kept for. Whoever refers to revisions of some says so by a bean of this. */
public interface SnapshotUse {

    /** Those of the revisions that are still referred to. */
    Set<RevisionId> used(Collection<RevisionId> revisions);
}
