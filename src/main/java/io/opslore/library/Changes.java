package io.opslore.library;

import io.opslore.identity.Asker;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What changed since an instant, as readers see it: by the revisions that answer. Thread-safe. */
@Service
@Transactional(readOnly = true)
public class Changes {

    /** How many are told where no number is asked for. */
    public static final int USUAL = 200;

    private final ChangeRecords changes;
    private final DocumentRecords documents;
    private final RevisionRecords revisions;
    private final Grants grants;

    Changes(
            ChangeRecords changes,
            DocumentRecords documents,
            RevisionRecords revisions,
            Grants grants) {
        this.changes = changes;
        this.documents = documents;
        this.revisions = revisions;
        this.grants = grants;
    }

    /**
     * For readers: the latest {@link #USUAL}, see {@link #since(Instant, Optional, int, int,
     * Asker)}.
     */
    public List<Change> since(Instant since, Optional<SpaceId> space, Asker asker) {
        return since(since, space, 0, USUAL, asker);
    }

    /**
     * For readers: the documents of one space, or of all, that have changed since then, the latest
     * change first, each once. A document whose text is again what it was has not changed; what was
     * both added and removed since then was never there.
     *
     * @param skip how many of the latest to leave out
     */
    public List<Change> since(
            Instant since, Optional<SpaceId> space, int skip, int most, Asker asker) {
        ReadScope readable = grants.readable(asker);
        ReadScope scope = space.map(readable::within).orElse(readable);
        if (scope.isEmpty()) {
            return List.of();
        }
        Set<UUID> spaces = scope.spaces().stream().map(SpaceId::value).collect(Collectors.toSet());
        return described(changes.since(since, spaces, scope.withheldIds(), skip, most));
    }

    private List<Change> described(List<ChangeRecords.Row> rows) {
        Map<UUID, DocumentEntity> changed =
                documents
                        .findAllById(rows.stream().map(ChangeRecords.Row::getDocument).toList())
                        .stream()
                        .collect(Collectors.toMap(document -> document.id, Function.identity()));
        Map<UUID, RevisionEntity> states =
                revisions.findAllById(rows.stream().flatMap(Changes::states).toList()).stream()
                        .collect(Collectors.toMap(revision -> revision.id, Function.identity()));
        return rows.stream()
                .map(row -> change(row, known(changed, row.getDocument()), states))
                .toList();
    }

    private static Stream<UUID> states(ChangeRecords.Row row) {
        return Stream.of(Optional.ofNullable(row.getBefore()), Optional.ofNullable(row.getAfter()))
                .flatMap(Optional::stream);
    }

    private static Change change(
            ChangeRecords.Row row, DocumentEntity document, Map<UUID, RevisionEntity> states) {
        Revision before = revision(row.getBefore(), document, states);
        Revision after = revision(row.getAfter(), document, states);
        ChangeKind kind =
                after == null
                        ? ChangeKind.REMOVED
                        : before == null ? ChangeKind.ADDED : ChangeKind.CHANGED;
        return new Change(document.toDocument(), before, after, kind, row.getAt());
    }

    private static @Nullable Revision revision(
            @Nullable UUID id, DocumentEntity document, Map<UUID, RevisionEntity> states) {
        return id == null ? null : known(states, id).toRevision(document);
    }

    private static <T> T known(Map<UUID, T> all, UUID id) {
        T found = all.get(id);
        if (found == null) {
            throw new NotFound("Changed document");
        }
        return found;
    }
}
