package io.opslore.connections.loki;

import java.time.Duration;
import java.time.Instant;

/**
 * @param start the first moment
 * @param end behind the last one
 */
public record TimeRange(Instant start, Instant end) {

    public Duration length() {
        return Duration.between(start, end);
    }

    static String nanos(Instant at) {
        return Long.toString(Math.addExact(at.getEpochSecond() * 1_000_000_000L, at.getNano()));
    }
}
