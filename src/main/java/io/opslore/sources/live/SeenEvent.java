package io.opslore.sources.live;

import io.opslore.connections.kubernetes.ClusterObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * What happened to an object, as it was seen last.
 *
 * @param id the event's own
 * @param object as {@code Pod/api-7d9}
 */
record SeenEvent(
        String id,
        String type,
        String reason,
        String object,
        String message,
        long count,
        Instant first,
        Instant last) {

    private static final int LONGEST = 500;

    static SeenEvent of(ClusterObject event) {
        ClusterObject about = event.part("involvedObject");
        Instant last =
                time(
                        event,
                        "series.lastObservedTime",
                        "lastTimestamp",
                        "eventTime",
                        "metadata.creationTimestamp");
        String message = event.text("message");
        return new SeenEvent(
                event.uid(),
                event.text("type"),
                event.text("reason"),
                about.kind() + "/" + about.text("name"),
                message.substring(0, Math.min(LONGEST, message.length())),
                Math.max(1, Math.max(event.number("count"), event.number("series.count"))),
                time(event, "firstTimestamp", "eventTime", "metadata.creationTimestamp"),
                last);
    }

    /** Both, of which people are told as one. */
    SeenEvent with(SeenEvent other) {
        return new SeenEvent(
                id,
                type,
                reason,
                object,
                message,
                count + other.count,
                first.isBefore(other.first) ? first : other.first,
                last.isAfter(other.last) ? last : other.last);
    }

    boolean isWarning() {
        return type.equals("Warning");
    }

    private static Instant time(ClusterObject event, String... paths) {
        try {
            return Stream.of(paths)
                    .map(event::text)
                    .filter(written -> !written.isEmpty())
                    .findFirst()
                    .map(Instant::parse)
                    .orElse(Instant.EPOCH);
        } catch (DateTimeException noTime) {
            return Instant.EPOCH;
        }
    }
}
