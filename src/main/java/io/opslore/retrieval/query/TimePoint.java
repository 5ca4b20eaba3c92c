package io.opslore.retrieval.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code since:} and {@code before:} ask for: a day, or so many days, weeks, months, years.
 */
public final class TimePoint {

    private static final Pattern AGO = Pattern.compile("(\\d{1,4})([dwmy])");

    private TimePoint() {}

    /** The point in time; empty if the value names none. */
    public static Optional<Instant> of(String value, Instant now) {
        Matcher ago = AGO.matcher(value.toLowerCase(Locale.ROOT));
        try {
            return Optional.of(
                    ago.matches()
                            ? before(now, Integer.parseInt(ago.group(1)), ago.group(2))
                            : LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private static Instant before(Instant now, int many, String unit) {
        Period period =
                switch (unit) {
                    case "d" -> Period.ofDays(many);
                    case "w" -> Period.ofWeeks(many);
                    case "m" -> Period.ofMonths(many);
                    default -> Period.ofYears(many);
                };
        return now.atZone(ZoneOffset.UTC).minus(period).toInstant();
    }
}
