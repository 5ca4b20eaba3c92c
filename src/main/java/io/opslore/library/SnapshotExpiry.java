package io.opslore.library;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lets snapshots go for good that nobody has seen for a time and nothing refers to any more. */
@Component
class SnapshotExpiry {

    private final SnapshotRows rows;
    private final Purging purging;
    private final ObjectProvider<SnapshotUse> uses;
    private final LibrarySettings settings;
    private final Clock clock;

    SnapshotExpiry(
            SnapshotRows rows,
            Purging purging,
            ObjectProvider<SnapshotUse> uses,
            LibrarySettings settings,
            Clock clock) {
        this.rows = rows;
        this.purging = purging;
        this.uses = uses;
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns how many revisions went. */
    int expire() {
        Instant time = clock.instant().minus(settings.snapshotRetention());
        Map<UUID, List<RevisionId>> old = rows.lastSeenBefore(time);
        Set<RevisionId> used = used(old.values().stream().flatMap(List::stream).toList());
        int gone = 0;
        for (Map.Entry<UUID, List<RevisionId>> document : old.entrySet()) {
            Set<RevisionId> free = new HashSet<>(document.getValue());
            free.removeAll(used);
            gone += remove(document.getKey(), free, time);
        }
        return gone;
    }

    private Set<RevisionId> used(Collection<RevisionId> revisions) {
        return uses.stream()
                .flatMap(use -> use.used(revisions).stream())
                .collect(Collectors.toSet());
    }

    private int remove(UUID document, Set<RevisionId> free, Instant time) {
        if (free.isEmpty()) {
            return 0;
        }
        return purging.purgeIfAllAre(document, free, time)
                ? free.size()
                : rows.remove(free, clock.instant());
    }
}
