package io.opslore.guard;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Some days of UTC, both ends included.
 *
 * @param last not before the first, and within {@link #LONGEST} days of it
 */
public record Period(LocalDate first, LocalDate last) {

    /** As many days as are looked at together. */
    public static final int LONGEST = 366;

    public Period {
        if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) >= LONGEST) {
            throw new IllegalArgumentException("A period has 1 to " + LONGEST + " days");
        }
    }

    /** So many days up to the given one. */
    public static Period upTo(LocalDate last, int days) {
        return new Period(last.minusDays(days - 1L), last);
    }
}
