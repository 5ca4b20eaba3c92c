package io.opslore.tools.logs;

import java.time.Instant;

/** Times as rows hold them. */
final class Times {

    private static final long NANOS = 1_000_000_000L;

    private Times() {}

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(nanos / NANOS, nanos % NANOS);
    }

    static String text(long nanos) {
        return instant(nanos).toString();
    }
}
