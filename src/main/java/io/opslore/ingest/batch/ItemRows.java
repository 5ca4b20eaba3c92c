package io.opslore.ingest.batch;

import io.opslore.ingest.Batch;
import io.opslore.ingest.BatchId;
import io.opslore.ingest.BatchItem;
import io.opslore.ingest.BatchItem.Outcome;
import io.opslore.ingest.BatchItem.Reason;
import io.opslore.ingest.IngestState;
import io.opslore.ingest.queue.IngestRow;
import io.opslore.kit.VisibleName;
import io.opslore.library.DocumentId;
import io.opslore.library.RevisionId;
import io.opslore.library.Stored;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The files of batches in PostgreSQL, each with the state that its revision has now. Thread-safe.
 */
@Repository
public class ItemRows {

    private static final int LONGEST_PATH = 1000;

    /** What could be stored and not read later has failed for the person who sent it. */
    private static final String SHOWN =
            """
            select item.sequence, item.batch_id, item.path,
                case when state.state = 'FAILED' then 'FAILED' else item.outcome end as outcome,
                item.reason as item_reason, item.detail as item_detail,
                item.document_id, item.revision_id,
                state.state, state.done, state.total, state.reason, state.detail
            from ingest_batch_item item
            left join ingest_state state on state.revision_id = item.revision_id
            """;

    private final JdbcClient jdbc;

    ItemRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A file was taken in. */
    public void record(BatchId batch, String path, Stored stored) {
        record(batch, path, outcome(stored), null, "", stored);
    }

    /** A file was not taken in. */
    public void record(BatchId batch, String path, Reason reason, String detail) {
        record(batch, path, reason.outcome(), reason, detail, null);
    }

    /** How many there are of each outcome. */
    public Batch.Counts counts(BatchId batch) {
        return jdbc.sql(
                        """
                        select count(*) filter (where outcome = 'NEW') as added,
                            count(*) filter (where outcome = 'CHANGED') as changed,
                            count(*) filter (where outcome = 'UNCHANGED') as unchanged,
                            count(*) filter (where outcome = 'FAILED') as failed,
                            count(*) filter (where outcome = 'IGNORED') as ignored,
                            count(*) filter (where state in ('QUEUED', 'EXTRACTING', 'INDEXING'))
                                as busy
                        from (%s) shown where batch_id = ?
                        """
                                .formatted(SHOWN))
                .param(batch.value())
                .query((row, number) ->
                        new Batch.Counts(
                                row.getInt("added"),
                                row.getInt("changed"),
                                row.getInt("unchanged"),
                                row.getInt("failed"),
                                row.getInt("ignored"),
                                row.getInt("busy")))
                .single();
    }

    /**
     * A part of a batch's files: those that failed first, then in the order in which they came.
     *
     * @param only null for all
     */
    public List<BatchItem> list(BatchId batch, @Nullable Outcome only, int offset, int limit) {
        return jdbc.sql(
                        """
                        select * from (%s) shown where batch_id = :batch
                            and (cast(:only as text) is null or outcome = :only)
                        order by outcome <> 'FAILED', sequence offset :offset limit :limit
                        """
                                .formatted(SHOWN))
                .param("batch", batch.value())
                .param("only", only == null ? null : only.name())
                .param("offset", offset)
                .param("limit", limit)
                .query(ItemRows::item)
                .list();
    }

    private void record(
            BatchId batch,
            String path,
            Outcome outcome,
            @Nullable Reason reason,
            String detail,
            @Nullable Stored stored) {
        // A file that came twice because its answer was lost is unchanged only for the machinery.
        jdbc.sql(
                        """
                        insert into ingest_batch_item
                            (batch_id, path, outcome, reason, detail, document_id, revision_id)
                        values (:batch, :path, :outcome, :reason, :detail, :document, :revision)
                        on conflict (batch_id, md5(path)) do update set outcome = :outcome,
                            reason = :reason, detail = :detail, document_id = :document,
                            revision_id = :revision
                        where ingest_batch_item.revision_id is null
                            or excluded.revision_id <> ingest_batch_item.revision_id
                        """)
                .param("batch", batch.value())
                .param("path", shown(path))
                .param("outcome", outcome.name())
                .param("reason", reason == null ? null : reason.name())
                .param("detail", shown(detail))
                .param("document", stored == null ? null : stored.document().value())
                .param("revision", stored == null ? null : stored.revision().value())
                .update();
    }

    /** What a stranger named it, as far as it can be kept and read. */
    private static String shown(String text) {
        String readable = VisibleName.of(text.replaceAll("\\p{Cntrl}", "\uFFFD"));
        return readable.length() <= LONGEST_PATH
                ? readable
                : readable.substring(0, LONGEST_PATH - 1) + "…";
    }

    private static Outcome outcome(Stored stored) {
        return switch (stored) {
            case Stored.Added added -> Outcome.NEW;
            case Stored.Revised revised -> Outcome.CHANGED;
            case Stored.Unchanged unchanged -> Outcome.UNCHANGED;
        };
    }

    private static BatchItem item(ResultSet row, int number) throws SQLException {
        String reason = row.getString("item_reason");
        UUID document = row.getObject("document_id", UUID.class);
        UUID revision = row.getObject("revision_id", UUID.class);
        IngestState state = row.getString("state") == null ? null : IngestRow.state(row);
        return new BatchItem(
                row.getString("path"),
                Outcome.valueOf(row.getString("outcome")),
                reason == null ? null : Reason.valueOf(reason),
                row.getString("item_detail"),
                document == null ? null : new DocumentId(document),
                revision == null ? null : new RevisionId(revision),
                state);
    }
}
