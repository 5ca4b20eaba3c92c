package io.opslore.tools.kubernetes;

import io.opslore.tools.ToolFailure;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as people write them, and times as clusters do. */
final class Ages {

    private static final Pattern SPAN = Pattern.compile("(\\d{1,5})([smhd])");

    private Ages() {}

    /** {@code 90s}, {@code 15m}, {@code 2h}, {@code 1d}. */
    static long seconds(String written) {
        Matcher span = SPAN.matcher(written);
        if (!span.matches()) {
            throw ToolFailure.invalid(
                    "since is no span of time.", "Write a number with s, m, h or d: 15m.");
        }
        long number = Long.parseLong(span.group(1));
        return switch (span.group(2)) {
            case "s" -> number;
            case "m" -> Duration.ofMinutes(number).toSeconds();
            case "h" -> Duration.ofHours(number).toSeconds();
            default -> Duration.ofDays(number).toSeconds();
        };
    }

    /** What is no time is long ago. */
    static Instant time(String written) {
        try {
            return written.isEmpty() ? Instant.EPOCH : Instant.parse(written);
        } catch (DateTimeException noTime) {
            return Instant.EPOCH;
        }
    }
}
