package io.opslore.library;

import io.opslore.identity.Asker;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells what has become of revisions. */
@Component
class Standings {

    private final RevisionRecords revisions;
    private final SnapshotQuotes quotes;
    private final Grants grants;

    Standings(RevisionRecords revisions, SnapshotQuotes quotes, Grants grants) {
        this.revisions = revisions;
        this.quotes = quotes;
        this.grants = grants;
    }

    Map<RevisionId, Standing> of(Collection<RevisionId> ids, Asker asker) {
        ReadScope scope = grants.readable(asker);
        Map<RevisionId, Standing> standings = new HashMap<>();
        List<UUID> asked = ids.stream().map(RevisionId::value).distinct().toList();
        List<PlacedRevision> found = revisions.placed(asked);
        Map<UUID, List<SnapshotQuotes.Quoted>> quoted = quoted(found);
        for (PlacedRevision placed : found) {
            boolean open =
                    quoted.getOrDefault(placed.document().id, List.of()).stream()
                            .allMatch(one -> one.isIn(scope));
            standings.put(
                    new RevisionId(placed.revision().id),
                    open ? of(placed, scope) : new Standing.Hidden());
        }
        // A purged revision leaves nothing that could say whose it was.
        ids.forEach(id -> standings.putIfAbsent(id, new Standing.Removed()));
        return standings;
    }

    private Map<UUID, List<SnapshotQuotes.Quoted>> quoted(List<PlacedRevision> found) {
        return quotes.of(
                found.stream()
                        .map(PlacedRevision::document)
                        .filter(document -> document.snapshot)
                        .map(document -> document.id)
                        .distinct()
                        .toList());
    }

    private static Standing of(PlacedRevision placed, ReadScope scope) {
        if (!scope.covers(new SpaceId(placed.document().spaceId), placed.document().documentId())) {
            return new Standing.Hidden();
        }
        if (placed.document().isBinned()) {
            return new Standing.Removed();
        }
        RevisionEntity current = placed.current();
        return current == null || holds(placed.revision(), current)
                ? new Standing.Current()
                : new Standing.Changed(new RevisionId(current.id));
    }

    private static boolean holds(RevisionEntity revision, RevisionEntity current) {
        return current.number <= revision.number || current.sha256.equals(revision.sha256);
    }
}
