package io.opslore.schedules;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/** A cadence as db-scheduler asks for it. */
final class Rhythm implements Schedule {

    /** When a job comes that never comes by itself; the queue keeps its place. */
    static final Instant FAR_AWAY = Instant.parse("3000-01-01T00:00:00Z");

    private final Cadence cadence;

    Rhythm(Cadence cadence) {
        this.cadence = cadence;
    }

    @Override
    public Instant getNextExecutionTime(ExecutionComplete complete) {
        return after(complete.getTimeDone());
    }

    @Override
    public Instant getInitialExecutionTime(Instant now) {
        return cadence instanceof Cadence.Every ? now : after(now);
    }

    /** A time in the plan that another cadence has put there is corrected at start. */
    @Override
    public boolean isDeterministic() {
        return !(cadence instanceof Cadence.Every);
    }

    private Instant after(Instant time) {
        return switch (cadence) {
            case Cadence.Cron(String expression, var zone) ->
                    instant(CronExpression.parse(expression).next(time.atZone(zone)));
            case Cadence.Every(var pause) -> time.plus(pause);
            case Cadence.Never never -> FAR_AWAY;
        };
    }

    /** There are expressions for days that never come. */
    private static Instant instant(@Nullable ZonedDateTime time) {
        return time == null ? FAR_AWAY : time.toInstant();
    }
}
