package io.opslore.ingest.queue;

import io.opslore.ingest.IngestProgress;
import io.opslore.ingest.IngestState;
import io.opslore.library.Revision;
import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where each revision stands, in PostgreSQL. Every change is announced once it is committed.
 * Thread-safe.
 */
@Repository
public class IngestStates {

    private final JdbcClient jdbc;
    private final ProgressBoard board;
    private final Clock clock;

    IngestStates(JdbcClient jdbc, ProgressBoard board, Clock clock) {
        this.jdbc = jdbc;
        this.board = board;
        this.clock = clock;
    }

    /** The state of each document's newest revision, the latest change first; none in the bin. */
    public List<IngestProgress> newest(SpaceId space) {
        return jdbc.sql(
                        """
                        select * from (
                            select distinct on (document_id) * from ingest_state
                            where space_id = :space and document_id not in (
                                select id from document where binned_at is not null)
                            order by document_id, sequence desc) newest
                        order by changed_at desc, sequence desc
                        """)
                .param("space", space.value())
                .query(IngestRow::progress)
                .list();
    }

    /** Empty for a revision that was never queued. */
    Optional<IngestState> state(RevisionId revision) {
        return jdbc.sql("select * from ingest_state where revision_id = :revision")
                .param("revision", revision.value())
                .query(IngestRow::progress)
                .optional()
                .map(IngestProgress::state);
    }

    void queue(Revision revision) {
        announced(
                jdbc.sql(
                                """
                                insert into ingest_state
                                    (revision_id, document_id, space_id, path, state, changed_at)
                                values (:revision, :document, :space, :path, 'QUEUED', :now)
                                on conflict (revision_id) do update set state = 'QUEUED',
                                    attempts = 0, reason = null, detail = null, changed_at = :now
                                returning *
                                """)
                        .param("revision", revision.id().value())
                        .param("document", revision.document().value())
                        .param("space", revision.space().value())
                        .param("path", revision.path()));
    }

    /** Counts one more attempt of the present step and says how many that makes. */
    int countAttempt(RevisionId revision) {
        return jdbc.sql(
                        """
                        update ingest_state set attempts = attempts + 1
                        where revision_id = ? returning attempts
                        """)
                .param(revision.value())
                .query(Integer.class)
                .optional()
                .orElse(1);
    }

    int attempts(RevisionId revision) {
        return jdbc.sql("select attempts from ingest_state where revision_id = ?")
                .param(revision.value())
                .query(Integer.class)
                .optional()
                .orElse(1);
    }

    /** An attempt that was ended by no fault of the file does not count. */
    void uncount(RevisionId revision) {
        jdbc.sql(
                        "update ingest_state set attempts = greatest(attempts - 1, 0) where revision_id = ?")
                .param(revision.value())
                .update();
    }

    /** The step is done, the next one counts its attempts from nothing. */
    void finishStep(RevisionId revision) {
        jdbc.sql("update ingest_state set attempts = 0 where revision_id = ?")
                .param(revision.value())
                .update();
    }

    void set(RevisionId revision, IngestState state) {
        switch (state) {
            case IngestState.Queued() -> set(revision, "QUEUED", 0, 0);
            case IngestState.Extracting() -> set(revision, "EXTRACTING", 0, 0);
            case IngestState.Indexing(int done, int total) ->
                    set(revision, "INDEXING", done, total);
            case IngestState.Ready() -> set(revision, "READY", 0, 0);
            case IngestState.Failed(var reason, var detail) -> fail(revision, reason, detail);
        }
    }

    /** A newer revision will answer; this one is kept for citations and comparison only. */
    void supersede(RevisionId revision) {
        jdbc.sql(
                        """
                        update ingest_state set state = 'SUPERSEDED', changed_at = :now
                        where revision_id = :revision
                        """)
                .param("revision", revision.value())
                .param("now", now())
                .update();
    }

    /** Whether a newer revision of the same document is in or on its way in. */
    boolean isSuperseded(RevisionId revision) {
        return jdbc.sql(
                        """
                        select exists (
                            select 1 from ingest_state newer join ingest_state this
                                on newer.document_id = this.document_id
                                and newer.sequence > this.sequence
                            where this.revision_id = :revision and newer.state <> 'FAILED')
                        """)
                .param("revision", revision.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * The revision that gave way to one that has failed since: the newest superseded one, unless a
     * newer one than that is in or on its way in.
     */
    Optional<RevisionId> nextBest(RevisionId failed) {
        return jdbc.sql(
                        """
                        select revision_id from (
                            select other.* from ingest_state other join ingest_state this
                                on other.document_id = this.document_id
                            where this.revision_id = :failed and other.state <> 'FAILED'
                            order by other.sequence desc limit 1) best
                        where state = 'SUPERSEDED'
                        """)
                .param("failed", failed.value())
                .query((row, number) -> new RevisionId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** Revisions that have work to be done and no task in either lane. */
    List<RevisionId> stranded() {
        return jdbc.sql(
                        """
                        select revision_id from ingest_state
                        where state in ('QUEUED', 'EXTRACTING', 'INDEXING')
                            and not exists (select 1 from ingest_extraction_task
                                where task_instance = revision_id::text)
                            and not exists (select 1 from ingest_embedding_task
                                where task_instance = revision_id::text)
                        order by sequence
                        """)
                .query((row, number) -> new RevisionId(row.getObject(1, UUID.class)))
                .list();
    }

    private void set(RevisionId revision, String state, int done, int total) {
        announced(
                jdbc.sql(
                                """
                                update ingest_state set state = :state, done = :done,
                                    total = :total, reason = null, detail = null, changed_at = :now
                                where revision_id = :revision returning *
                                """)
                        .param("revision", revision.value())
                        .param("state", state)
                        .param("done", done)
                        .param("total", total));
    }

    private void fail(RevisionId revision, IngestState.Reason reason, String detail) {
        announced(
                jdbc.sql(
                                """
                                update ingest_state set state = 'FAILED', reason = :reason,
                                    detail = :detail, changed_at = :now
                                where revision_id = :revision returning *
                                """)
                        .param("revision", revision.value())
                        .param("reason", reason.name())
                        .param("detail", detail));
    }

    private void announced(JdbcClient.StatementSpec change) {
        change.param("now", now())
                .query(IngestRow::progress)
                .optional()
                .ifPresent(this::announceAfterCommit);
    }

    private void announceAfterCommit(IngestProgress progress) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            board.announce(progress);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        board.announce(progress);
                    }
                });
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
