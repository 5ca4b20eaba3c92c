package io.opslore.schedules;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.event.SchedulerListener;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.opslore.replicas.SharedTime;
import io.opslore.replicas.ThisPortal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/**
 * The plan of all jobs, in the database: which portal gets to run which of them when. Thread-safe.
 */
@Component
class JobQueue {

    private static final String TABLE = "schedule_task";
    private static final int MISSED_HEARTBEATS = 4;

    /** After which a run is tried again that could not even be recorded. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(5);

    private final DataSource database;
    private final JobRunner runner;
    private final JobRunRows rows;
    private final ScheduleSettings settings;
    private final String owner;
    private final SharedTime time;
    private volatile @Nullable Scheduler scheduler;

    JobQueue(
            DataSource database,
            JobRunner runner,
            JobRunRows rows,
            ScheduleSettings settings,
            ThisPortal self) {
        // What a person wants is recorded together with who they are.
        this.database = new TransactionAwareDataSourceProxy(database);
        this.runner = runner;
        this.rows = rows;
        this.settings = settings;
        owner = "portal-" + self.id();
        time = new SharedTime(this.database);
    }

    synchronized void start(List<ScheduledJob> jobs) {
        takeUpOwnWork();
        Scheduler starting =
                Scheduler.create(database)
                        .startTasks(jobs.stream().map(this::task).toList())
                        .tableName(TABLE)
                        .schedulerName(new SchedulerName.Fixed(owner))
                        .clock(time::now)
                        .addSchedulerListener(afterEachBeat(() -> jobs.forEach(this::pullBack)))
                        .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                        .threads(settings.atOnce())
                        .pollUsingLockAndFetch(0.5, 1.0)
                        .pollingInterval(settings.poll())
                        .heartbeatInterval(settings.heartbeat())
                        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                        .shutdownMaxWait(PATIENCE_AT_STOP)
                        .failureLogging(LogLevel.DEBUG, true)
                        .build();
        starting.start();
        scheduler = starting;
    }

    /** Ends what is in hand, or leaves it to another portal or the next start. */
    synchronized void stop() {
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
    }

    synchronized boolean isRunning() {
        return scheduler != null;
    }

    /** When a job comes next; empty for one that is not planned, or comes by hand only. */
    Optional<Instant> next(String job) {
        return planned(job)
                .map(ScheduledExecution::getExecutionTime)
                .filter(time -> time.isBefore(Rhythm.FAR_AWAY));
    }

    /** Makes it due now; false where it is running, or nobody plans it. */
    boolean beginNow(String job) {
        if (planned(job).map(ScheduledExecution::isPicked).orElse(true)) {
            return false;
        }
        try {
            return client().reschedule(id(job), time.now());
        } catch (TaskInstanceCurrentlyExecutingException
                | TaskInstanceNotFoundException meanwhile) {
            return false;
        }
    }

    /** Looks for due jobs now instead of at the next poll. */
    synchronized void wake() {
        if (scheduler != null) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    private Optional<ScheduledExecution<Object>> planned(String job) {
        return client().getScheduledExecution(id(job));
    }

    private SchedulerClient client() {
        return SchedulerClient.Builder.create(database)
                .tableName(TABLE)
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .build();
    }

    private RecurringTask<Void> task(ScheduledJob job) {
        return Tasks.recurring(job.name(), new Rhythm(job.cadence()))
                .onFailure(this::again)
                .onDeadExecution((complete, operations) -> dead(job, complete, operations))
                .execute((instance, context) -> {
                    if (!runner.run(job)) {
                        throw new Stopped();
                    }
                });
    }

    /** What the stop has broken off is due at once, for whoever is there to do it. */
    private void again(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        boolean stopped = complete.getCause().filter(Stopped.class::isInstance).isPresent();
        operations.reschedule(complete, time.now().plus(stopped ? Duration.ZERO : PAUSE));
    }

    private void dead(
            ScheduledJob job, ExecutionComplete complete, ExecutionOperations<Void> operations) {
        Scheduler here = scheduler;
        boolean goesOn =
                here != null
                        && here.getCurrentlyExecuting().stream()
                                .anyMatch(it ->
                                        it.getTaskInstance().getTaskName().equals(job.name()));
        // Its heart stands still here only because a clock has jumped, or the database was away.
        if (!goesOn) {
            rows.breakOff(job.name());
            operations.reschedule(complete, time.now());
        }
    }

    /** A pause that is longer than it can be was planned before the clock was set back. */
    private void pullBack(ScheduledJob job) {
        if (job.cadence() instanceof Cadence.Every(Duration pause)) {
            JdbcClient.create(database)
                    .sql(
                            """
                            update schedule_task set version = version + 1,
                                execution_time = :now + make_interval(secs => :pause)
                            where task_name = :job and not picked and execution_time >
                                :now + make_interval(secs => :pause + 2)
                            """)
                    .param("job", job.name())
                    // As it is looked for what is due: else it would be due where that lags.
                    .param("now", time.now().atOffset(ZoneOffset.UTC))
                    .param("pause", pause.toMillis() / 1000.0)
                    .update();
        }
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

    /** What this portal had in hand when it died is due at once. */
    private void takeUpOwnWork() {
        rows.breakOffOwn();
        JdbcClient.create(database)
                .sql(
                        """
                        update schedule_task set picked = false, picked_by = null,
                            last_heartbeat = null, version = version + 1
                        where picked and picked_by = ?
                        """)
                .param(owner)
                .update();
    }

    private static TaskInstanceId id(String job) {
        return TaskInstanceId.of(job, RecurringTask.INSTANCE);
    }

    /** Tells db-scheduler that a run has not come to its end. */
    private static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1;

        Stopped() {
            super("The portal stops", null, false, false);
        }
    }
}
