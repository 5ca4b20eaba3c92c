package io.opslore.connections.logfiles;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The time that a line of a log begins with; without a zone it is taken for UTC. */
final class LineTime {

    private static final Pattern TIME =
            Pattern.compile(
                    "^[\\[\"{a-z:]{0,12}(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d:\\d\\d)(?:[.,](\\d{1,9}))?(Z|[+-]\\d\\d:?\\d\\d)?");

    private LineTime() {}

    static @Nullable Instant of(String line) {
        Matcher time = TIME.matcher(line);
        if (!time.find()) {
            return null;
        }
        try {
            String fraction = time.group(3) == null ? "" : "." + time.group(3);
            String local = time.group(1) + "T" + time.group(2) + fraction;
            String zone = time.group(4);
            return zone == null
                    ? LocalDateTime.parse(local).toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(local + colon(zone)).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String colon(String zone) {
        return zone.length() == 5 ? zone.substring(0, 3) + ":" + zone.substring(3) : zone;
    }
}
