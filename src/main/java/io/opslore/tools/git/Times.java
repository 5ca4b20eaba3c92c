package io.opslore.tools.git;

import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolFailure;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Days and times as arguments. */
final class Times {

    private Times() {}

    /** The beginning of the day, where only that is given. */
    static Optional<Instant> since(ToolArguments arguments) {
        return arguments.find("since").map(text -> instant("since", text, LocalTime.MIN));
    }

    /** The end of the day, where only that is given. */
    static Optional<Instant> until(ToolArguments arguments) {
        return arguments.find("until").map(text -> instant("until", text, LocalTime.MAX));
    }

    private static Instant instant(String name, String text, LocalTime ofDay) {
        try {
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text).atTime(ofDay).toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw ToolFailure.invalid(
                    name + " is no time.", "Give 2026-03-01 or 2026-03-01T12:00:00Z.");
        }
    }
}
