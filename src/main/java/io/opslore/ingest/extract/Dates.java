package io.opslore.ingest.extract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as people write them. */
final class Dates {

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?(?:\\D.*)?");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})(?:\\D.*)?");

    private Dates() {}

    /** A month without a day is its first; empty for what is no day. */
    static Optional<LocalDate> read(String text) {
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            String day = yearFirst.group(3);
            return day(yearFirst.group(1), yearFirst.group(2), day == null ? "1" : day);
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        return dayFirst.matches()
                ? day(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1))
                : Optional.empty();
    }

    /** A value as YAML gives it. */
    static String text(Object value) {
        return value instanceof Date date
                ? date.toInstant().atOffset(ZoneOffset.UTC).toLocalDate().toString()
                : String.valueOf(value);
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(year),
                            Integer.parseInt(month),
                            Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
