package io.opslore.schedules;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.opslore.replicas.SharedWork;
import io.opslore.replicas.ThisPortal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The plan of all jobs, in the database: which portal gets to run which of them when. Thread-safe.
 */
@Component
class JobQueue {

    /** After which a run is tried again that could not even be recorded. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final JobRunner runner;
    private final JobRunRows rows;
    private final ScheduleSettings settings;
    private final SharedWork work;
    private final SchedulerClient client;

    JobQueue(
            DataSource database,
            JobRunner runner,
            JobRunRows rows,
            ScheduleSettings settings,
            ThisPortal self) {
        jdbc = JdbcClient.create(database);
        this.runner = runner;
        this.rows = rows;
        this.settings = settings;
        work = new SharedWork(database, "schedule_task", "portal-" + self.id());
        client = work.client().build();
    }

    void start(List<ScheduledJob> jobs) {
        rows.breakOffOwn();
        work.start(
                work.scheduler(() -> jobs.forEach(this::pullBack))
                        .startTasks(jobs.stream().map(this::task).toList())
                        .threads(settings.atOnce())
                        .pollingInterval(settings.poll())
                        .heartbeatInterval(settings.heartbeat())
                        .shutdownMaxWait(PATIENCE_AT_STOP));
    }

    /** Ends what is in hand, or leaves it to another portal or the next start. */
    void stop() {
        work.stop();
    }

    boolean isRunning() {
        return work.isRunning();
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
            return client.reschedule(id(job), work.now());
        } catch (TaskInstanceCurrentlyExecutingException
                | TaskInstanceNotFoundException meanwhile) {
            return false;
        }
    }

    /** Looks for due jobs now instead of at the next poll. */
    void wake() {
        work.wake();
    }

    private Optional<ScheduledExecution<Object>> planned(String job) {
        return client.getScheduledExecution(id(job));
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
        operations.reschedule(complete, work.now().plus(stopped ? Duration.ZERO : PAUSE));
    }

    private void dead(
            ScheduledJob job, ExecutionComplete complete, ExecutionOperations<Void> operations) {
        if (!work.goesOnHere(complete.getExecution().taskInstance)) {
            rows.breakOff(job.name());
            operations.reschedule(complete, work.now());
        }
    }

    /** A pause that is longer than it can be was planned before the clock was set back. */
    private void pullBack(ScheduledJob job) {
        if (job.cadence() instanceof Cadence.Every(Duration pause)) {
            jdbc.sql(
                            """
                            update schedule_task set version = version + 1,
                                execution_time = :now + make_interval(secs => :pause)
                            where task_name = :job and not picked and execution_time >
                                :now + make_interval(secs => :pause + 2)
                            """)
                    .param("job", job.name())
                    // As it is looked for what is due: else it would be due where that lags.
                    .param("now", work.now().atOffset(ZoneOffset.UTC))
                    .param("pause", pause.toMillis() / 1000.0)
                    .update();
        }
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
