package io.opslore.tools.logs;

import io.opslore.connections.loki.TimeRange;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolFailure;
import java.time.Instant;

/**
 * How far a question has been answered.
 *
 * @param nanos time of the last line that was told; 0 before the first
 * @param told lines of that very time that were told already
 */
record LineCursor(long nanos, int told) {

    private static final long NANOS = 1_000_000_000L;

    static LineCursor of(ToolArguments arguments) {
        String text = arguments.find("cursor").orElse("0.0");
        if (!text.matches("\\d{1,19}\\.\\d{1,5}")) {
            throw ToolFailure.invalid(
                    "That is no cursor.", "Use nextCursor of the answer before, or leave it out.");
        }
        String[] parts = text.split("\\.");
        try {
            return new LineCursor(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
        } catch (NumberFormatException e) {
            throw ToolFailure.invalid("That is no cursor.", "Leave it out.");
        }
    }

    /** Where no time counts. */
    static LineCursor after(int lines) {
        return new LineCursor(0, lines);
    }

    LineCursor behind(long lineAt) {
        return new LineCursor(lineAt, lineAt == nanos ? told + 1 : 1);
    }

    /** What is left of a time, with the lines of the last moment once more. */
    TimeRange rest(Span span, boolean forward) {
        if (nanos == 0) {
            return span.range();
        }
        Instant at = Instant.ofEpochSecond(nanos / NANOS, nanos % NANOS);
        return forward
                ? new TimeRange(at, span.end())
                : new TimeRange(span.start(), at.plusNanos(1));
    }

    String text() {
        return nanos + "." + told;
    }
}
