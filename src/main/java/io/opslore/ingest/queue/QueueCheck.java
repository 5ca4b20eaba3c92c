package io.opslore.ingest.queue;

import io.opslore.library.Difference;
import io.opslore.library.Difference.Kind;
import io.opslore.library.RevisionId;
import io.opslore.library.StoreCheck;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Whether every newest revision is searchable, explained as failed, or on its way. */
@Component
class QueueCheck implements StoreCheck {

    private final JdbcClient jdbc;
    private final IngestQueue queue;
    private final TransactionTemplate transaction;

    QueueCheck(JdbcClient jdbc, IngestQueue queue, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.queue = queue;
        this.transaction = transaction;
    }

    @Override
    public List<Difference> differences(boolean everyByte) {
        return jdbc
                .sql(
                        """
                        select r.id, d.path, r.number, s.state, t.revision_id is not null as read,
                            d.current_revision_id = r.id as answers,
                            (exists (select from ingest_extraction_task
                                where task_instance = r.id::text)
                            or exists (select from ingest_embedding_task
                                where task_instance = r.id::text)) as has_task
                        from document d
                        join revision r on r.id = d.newest_revision_id
                        left join ingest_state s on s.revision_id = r.id
                        left join revision_text t on t.revision_id = r.id
                        where not d.snapshot
                        """)
                .query((row, n) ->
                        new Newest(
                                new RevisionId(row.getObject("id", UUID.class)),
                                "%s, revision %d"
                                        .formatted(row.getString("path"), row.getInt("number")),
                                String.valueOf(row.getString("state")),
                                row.getBoolean("read"),
                                row.getBoolean("answers"),
                                row.getBoolean("has_task")))
                .list()
                .stream()
                .filter(newest -> !newest.isFine())
                .map(this::difference)
                .toList();
    }

    private Difference difference(Newest newest) {
        return Difference.repairable(
                newest.answers() && !newest.read() ? Kind.TEXT_MISSING : Kind.WORK_LOST,
                newest.subject(),
                newest.state(),
                () -> transaction.executeWithoutResult(status -> queue.add(newest.revision())));
    }

    /** The revision that should be searchable. */
    private record Newest(
            RevisionId revision,
            String subject,
            String state,
            boolean read,
            boolean answers,
            boolean hasTask) {

        boolean isFine() {
            return switch (state) {
                case "FAILED" -> true;
                case "READY" -> answers && read;
                default -> hasTask;
            };
        }
    }
}
