package io.opslore.tools.logs;

import io.opslore.connections.loki.TimeRange;
import io.opslore.tools.Since;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolFailure;
import io.opslore.tools.ToolParameter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The time that a call asks about. */
record Span(Instant start, Instant end) {

    private static final Duration USUAL = Duration.ofHours(1);

    static List<ToolParameter> parameters() {
        return List.of(
                Since.parameter(),
                ToolParameter.text("start", "From this time on, instead of since").optional(),
                ToolParameter.text("end", "Up to this time; now if left out").optional());
    }

    /** The last hour unless it says otherwise. */
    static Span of(ToolArguments arguments, Instant now) {
        Instant end = arguments.find("end").map(text -> Since.time("end", text, now)).orElse(now);
        Instant start =
                arguments
                        .find("start")
                        .map(text -> Since.time("start", text, now))
                        .or(() -> Since.of(arguments, now))
                        .orElse(end.minus(USUAL));
        if (!start.isBefore(end)) {
            throw ToolFailure.invalid("The start is not before the end.", "Give an earlier start.");
        }
        return new Span(start, end);
    }

    TimeRange range() {
        return new TimeRange(start, end);
    }
}
