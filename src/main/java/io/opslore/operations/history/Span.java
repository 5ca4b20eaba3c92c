package io.opslore.operations.history;

import java.time.Duration;

/** How far back is looked, and how closely. */
public enum Span {
    HOUR(Duration.ofHours(1), Duration.ofMinutes(1)),
    DAY(Duration.ofDays(1), Duration.ofMinutes(10)),
    WEEK(Duration.ofDays(7), Duration.ofHours(1));

    private final Duration length;
    private final Duration step;

    Span(Duration length, Duration step) {
        this.length = length;
        this.step = step;
    }

    public Duration length() {
        return length;
    }

    Duration step() {
        return step;
    }
}
