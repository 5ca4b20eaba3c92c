package io.opslore.ingest.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.event.SchedulerListener;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.opslore.ingest.IngestSettings;
import io.opslore.library.RevisionId;
import io.opslore.replicas.SharedTime;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** One kind of step with its own table and threads, run by db-scheduler. Thread-safe. */
final class Lane {

    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(2);

    private final String table;
    private final DataSource database;
    private final String owner;
    private final int threads;
    private final IngestSettings.Queue settings;
    private final OneTimeTask<Void> task;
    private final SchedulerClient client;
    private final Faults faults;
    private final SharedTime time;
    private volatile @Nullable Scheduler scheduler;

    Lane(
            Name name,
            DataSource database,
            String owner,
            IngestSettings.Queue settings,
            Step step,
            Faults faults) {
        table = name.table;
        // Tasks are recorded in the transaction that makes them due.
        this.database = new TransactionAwareDataSourceProxy(database);
        this.owner = owner;
        this.settings = settings;
        threads =
                name == Name.EXTRACTION
                        ? settings.extractionThreads()
                        : settings.embeddingThreads();
        this.faults = faults;
        time = new SharedTime(this.database);
        task =
                Tasks.oneTime(name.task, Void.class)
                        .onFailure(this::failed)
                        .onDeadExecution(this::dead)
                        .execute((instance, context) -> run(step, revision(instance)));
        client =
                SchedulerClient.Builder.create(this.database, task)
                        .tableName(table)
                        .enablePriority()
                        .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                        .build();
    }

    /** Makes the step due, as part of the present transaction if there is one. */
    void add(RevisionId revision, int priority) {
        client.schedule(
                task.instanceBuilder(revision.value().toString())
                        .priority(priority)
                        .scheduledTo(time.now()),
                ScheduleOptions.WHEN_EXISTS_DO_NOTHING);
    }

    /** Looks for due work now instead of at the next poll. */
    synchronized void wake() {
        if (scheduler != null) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    synchronized void start() {
        takeUpOwnWork();
        Scheduler starting =
                Scheduler.create(database, task)
                        .tableName(table)
                        .schedulerName(new SchedulerName.Fixed(owner))
                        .clock(time::now)
                        .addSchedulerListener(afterEachBeat(this::pullBack))
                        .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                        .threads(threads)
                        .pollUsingLockAndFetch(0.5, 1.0)
                        .pollingInterval(settings.poll())
                        .heartbeatInterval(settings.heartbeat())
                        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                        .enablePriority()
                        .shutdownMaxWait(PATIENCE_AT_STOP)
                        .failureLogging(LogLevel.DEBUG, true)
                        .build();
        starting.start();
        scheduler = starting;
    }

    synchronized void stop() {
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
    }

    /**
     * What this portal had in hand when it died is due at once; work of other portals is taken over
     * only when their heartbeats stay away.
     */
    private void takeUpOwnWork() {
        JdbcClient.create(database)
                .sql(
                        """
                        update %s set picked = false, picked_by = null, last_heartbeat = null,
                            version = version + 1
                        where picked and picked_by = ?
                        """
                                .formatted(table))
                .param(owner)
                .update();
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
                    operations.reschedule(complete, time.now().plus(pause));
            case Faults.Verdict.Never(Runnable record) -> {
                // In this order: a failed revision may be queued anew, so its task must be gone.
                operations.remove();
                record.run();
            }
        }
    }

    /** What goes on here is alive: a clock has jumped, or the database was away for a while. */
    private void dead(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        Scheduler here = scheduler;
        TaskInstance<?> lost = complete.getExecution().taskInstance;
        if (here == null
                || here.getCurrentlyExecuting().stream()
                        .noneMatch(it -> it.getTaskInstance().equals(lost))) {
            operations.reschedule(complete, time.now());
        }
    }

    /** What is due later than anything can be became due before the clock was set back. */
    private void pullBack() {
        JdbcClient.create(database)
                .sql(
                        """
                        update %s set execution_time = clock_timestamp(), version = version + 1
                        where not picked and execution_time > clock_timestamp() + make_interval(
                            secs => case when consecutive_failures > 0 then ? else 2 end)
                        """
                                .formatted(table))
                .param(Faults.LONGEST_PAUSE.toSeconds())
                .update();
    }

    private static SchedulerListener afterEachBeat(Runnable action) {
        return new AbstractSchedulerListener() {
            @Override
            public void onSchedulerEvent(SchedulerEventType type) {
                if (type == SchedulerEventType.RAN_DETECT_DEAD) {
                    action.run();
                }
            }
        };
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
