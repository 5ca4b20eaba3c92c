package io.opslore.library;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which documents a snapshot quotes beside what was seen. Thread-safe. */
@Repository
class SnapshotQuotes {

    private final JdbcClient jdbc;

    SnapshotQuotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(DocumentId snapshot, Set<DocumentId> quoted) {
        quoted.forEach(one ->
                jdbc.sql("insert into snapshot_quote values (?, ?) on conflict do nothing")
                        .param(snapshot.value())
                        .param(one.value())
                        .update());
    }

    /** By snapshot; those that quote nothing are left out. */
    Map<UUID, List<Quoted>> of(Collection<UUID> snapshots) {
        Map<UUID, List<Quoted>> quotes = new HashMap<>();
        if (!snapshots.isEmpty()) {
            jdbc.sql(
                            """
                            select q.document_id, q.quoted, d.space_id
                            from snapshot_quote q left join document d
                                on d.id = q.quoted and d.binned_at is null
                            where q.document_id = any (?)
                            """)
                    .param(snapshots.toArray(UUID[]::new))
                    .query(row -> {
                        quotes.computeIfAbsent(
                                        row.getObject(1, UUID.class), any -> new ArrayList<>())
                                .add(
                                        new Quoted(
                                                new DocumentId(row.getObject(2, UUID.class)),
                                                row.getObject(3, UUID.class)));
                    });
        }
        return quotes;
    }

    /**
     * @param space null where the document is gone
     */
    record Quoted(DocumentId document, @Nullable UUID space) {

        boolean isIn(ReadScope scope) {
            return space != null && scope.covers(new SpaceId(space), document);
        }
    }
}
