package io.opslore.ingest.queue;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.opslore.ingest.IngestSettings;
import io.opslore.library.RevisionId;
import io.opslore.replicas.SharedWork;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One kind of step with its own table and threads, run by db-scheduler. Thread-safe. */
final class Lane {

    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(2);

    private final String table;
    private final JdbcClient jdbc;
    private final SharedWork work;
    private final int threads;
    private final IngestSettings.Queue settings;
    private final OneTimeTask<Void> task;
    private final SchedulerClient client;
    private final Faults faults;

    Lane(
            Name name,
            DataSource database,
            String owner,
            IngestSettings.Queue settings,
            Step step,
            Faults faults) {
        table = name.table;
        jdbc = JdbcClient.create(database);
        work = new SharedWork(database, table, owner);
        this.settings = settings;
        threads =
                name == Name.EXTRACTION
                        ? settings.extractionThreads()
                        : settings.embeddingThreads();
        this.faults = faults;
        task =
                Tasks.oneTime(name.task, Void.class)
                        .onFailure(this::failed)
                        .onDeadExecution(this::dead)
                        .execute((instance, context) -> run(step, revision(instance)));
        client = work.client(task).enablePriority().build();
    }

    /** Makes the step due, as part of the present transaction if there is one. */
    void add(RevisionId revision, int priority) {
        client.schedule(
                task.instanceBuilder(revision.value().toString())
                        .priority(priority)
                        .scheduledTo(work.now()),
                ScheduleOptions.WHEN_EXISTS_DO_NOTHING);
    }

    /** Looks for due work now instead of at the next poll. */
    void wake() {
        work.wake();
    }

    void start() {
        work.start(
                work.scheduler(this::pullBack, task)
                        .threads(threads)
                        .pollingInterval(settings.poll())
                        .heartbeatInterval(settings.heartbeat())
                        .enablePriority()
                        .shutdownMaxWait(PATIENCE_AT_STOP));
    }

    void stop() {
        work.stop();
    }

    private void run(Step step, RevisionId revision) {
        faults.countAttempt(revision);
        try {
            step.run(revision);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new StepFailed(e);
        }
    }

    private void failed(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        RevisionId revision = revision(complete.getExecution().taskInstance);
        // Set at shutdown; the database cannot be used while it is.
        boolean interrupted = Thread.interrupted();
        Throwable fault = complete.getCause().orElseThrow();
        Throwable cause =
                fault instanceof StepFailed && fault.getCause() != null ? fault.getCause() : fault;
        switch (faults.judge(revision, cause, interrupted)) {
            case Faults.Verdict.Again(Duration pause) ->
                    operations.reschedule(complete, work.now().plus(pause));
            case Faults.Verdict.Never(Runnable record) -> {
                // In this order: a failed revision may be queued anew, so its task must be gone.
                operations.remove();
                record.run();
            }
        }
    }

    private void dead(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        if (!work.goesOnHere(complete.getExecution().taskInstance)) {
            operations.reschedule(complete, work.now());
        }
    }

    /** What is due later than anything can be became due before the clock was set back. */
    private void pullBack() {
        jdbc.sql(
                        """
                        update %s set execution_time = clock_timestamp(), version = version + 1
                        where not picked and execution_time > clock_timestamp() + make_interval(
                            secs => case when consecutive_failures > 0 then ? else 2 end)
                        """
                                .formatted(table))
                .param(Faults.LONGEST_PAUSE.toSeconds())
                .update();
    }

    private static RevisionId revision(TaskInstance<?> instance) {
        return new RevisionId(UUID.fromString(instance.getId()));
    }

    /** The lanes there are. */
    enum Name {
        EXTRACTION("ingest_extraction_task", "ingest-extraction"),
        EMBEDDING("ingest_embedding_task", "ingest-embedding");

        private final String table;
        private final String task;

        Name(String table, String task) {
            this.table = table;
            this.task = task;
        }
    }

    /** Carries a checked exception through db-scheduler. */
    private static final class StepFailed extends RuntimeException {

        private StepFailed(Exception cause) {
            super(cause);
        }
    }
}
