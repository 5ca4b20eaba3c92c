package io.opslore.replicas;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.event.SchedulerListener;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * What is due in one of db-scheduler's tables, shared out to all portals on the database by the
 * time that they share: each execution is one portal's at a time. What a portal had in hand when it
 * died is due at once when it starts again; to others it falls when its heartbeats stay away.
 * Thread-safe.
 */
public final class SharedWork {

    private static final int MISSED_HEARTBEATS = 4;

    private final DataSource database;
    private final String table;
    private final String owner;
    private final SharedTime time;
    private volatile @Nullable Scheduler scheduler;

    /**
     * @param owner this portal's name in the table, by which it knows its work after a restart
     */
    public SharedWork(DataSource database, String table, String owner) {
        // Executions are recorded in the transaction that makes them due.
        this.database = new TransactionAwareDataSourceProxy(database);
        this.table = table;
        this.owner = owner;
        time = new SharedTime(this.database);
    }

    /** By which it is decided what is due. */
    public Instant now() {
        return time.now();
    }

    /** A client of the table, whose changes are part of the present transaction if there is one. */
    public SchedulerClient.Builder client(Task<?>... tasks) {
        return SchedulerClient.Builder.create(database, tasks)
                .tableName(table)
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false));
    }

    /**
     * This portal's scheduler as all have it, to be completed and given to {@link #start}.
     *
     * @param afterEachBeat done whenever it has been looked for portals that have died
     */
    public SchedulerBuilder scheduler(Runnable afterEachBeat, Task<?>... tasks) {
        return Scheduler.create(database, tasks)
                .tableName(table)
                .schedulerName(new SchedulerName.Fixed(owner))
                .clock(time::now)
                .addSchedulerListener(listener(afterEachBeat))
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .pollUsingLockAndFetch(0.5, 1.0)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .failureLogging(LogLevel.DEBUG, true);
    }

    /** Makes what this portal left behind due at once, and begins. */
    public synchronized void start(SchedulerBuilder builder) {
        takeUpOwnWork();
        Scheduler starting = builder.build();
        starting.start();
        scheduler = starting;
    }

    /** Ends what is in hand, or leaves it to another portal or the next start. */
    public synchronized void stop() {
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
    }

    public synchronized boolean isRunning() {
        return scheduler != null;
    }

    /** Looks for what is due now instead of at the next poll. */
    public synchronized void wake() {
        if (scheduler != null) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    /**
     * Whether an execution without heartbeats is in hand here: then it is alive, and a clock has
     * jumped, or the database was away for a while.
     */
    public boolean goesOnHere(TaskInstance<?> lost) {
        Scheduler here = scheduler;
        return here != null
                && here.getCurrentlyExecuting().stream()
                        .anyMatch(it -> it.getTaskInstance().equals(lost));
    }

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

    private static SchedulerListener listener(Runnable afterEachBeat) {
        return new AbstractSchedulerListener() {
            @Override
            public void onSchedulerEvent(SchedulerEventType type) {
                if (type == SchedulerEventType.RAN_DETECT_DEAD) {
                    afterEachBeat.run();
                }
            }
        };
    }
}
