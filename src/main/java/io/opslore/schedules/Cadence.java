package io.opslore.schedules;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.scheduling.support.CronExpression;

/** When a job comes. */
public sealed interface Cadence {

    /** Only when a person begins it. */
    Cadence NEVER = new Never();

    /**
     * As it is written in settings: {@code never}, a pause like {@code 1h}, or a cron expression of
     * six fields, the first of them seconds.
     *
     * @throws IllegalArgumentException where it is none of these
     */
    static Cadence of(String text, ZoneId zone) {
        String written = text.strip().toLowerCase(Locale.ROOT);
        if (written.isEmpty() || written.equals("never") || written.equals("-")) {
            return NEVER;
        }
        return written.contains(" ") || written.startsWith("@")
                ? new Cron(text.strip(), zone)
                : new Every(DurationStyle.detectAndParse(written));
    }

    /** As {@link #of(String, ZoneId)}, in the time zone of the portal's machine. */
    static Cadence of(String text) {
        return of(text, ZoneId.systemDefault());
    }

    /** Whether {@link #of} would take it; for settings to say so at start. */
    static boolean isValid(String text) {
        try {
            of(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * By the clock on the wall.
     *
     * @param expression six fields: second, minute, hour, day of the month, month, day of the week
     */
    record Cron(String expression, ZoneId zone) implements Cadence {

        public Cron {
            CronExpression.parse(expression);
        }
    }

    /** Again so long after the last run has ended; for the first time at once. */
    record Every(Duration pause) implements Cadence {

        public Every {
            if (pause.toMillis() <= 0) {
                throw new IllegalArgumentException("A pause must be longer than nothing");
            }
        }
    }

    /** Only when a person begins it. */
    record Never() implements Cadence {}
}
