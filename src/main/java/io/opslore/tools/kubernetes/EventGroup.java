package io.opslore.tools.kubernetes;

import io.opslore.connections.kubernetes.Cluster;
import io.opslore.connections.kubernetes.ClusterObject;
import io.opslore.connections.kubernetes.Listing;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What has happened to an object, again and again.
 *
 * @param object as {@code Pod/api-7d9}
 */
record EventGroup(
        String type,
        String reason,
        String namespace,
        String object,
        String message,
        long count,
        Instant first,
        Instant last) {

    private static final int MOST = 2_000;

    /** Those that fit, the latest first. */
    static List<EventGroup> of(Cluster cluster, String namespace, Predicate<EventGroup> fits) {
        return cluster.all(Listing.of(cluster.kind("events"), namespace), MOST).stream()
                .map(EventGroup::of)
                .filter(fits)
                .collect(
                        Collectors.toMap(
                                one -> List.of(one.namespace, one.object, one.reason, one.message),
                                one -> one,
                                EventGroup::with,
                                LinkedHashMap::new))
                .values()
                .stream()
                .sorted(Comparator.comparing(EventGroup::last).reversed())
                .toList();
    }

    private static EventGroup of(ClusterObject event) {
        ClusterObject about = event.part("involvedObject");
        String last =
                firstOf(
                        event.text("series.lastObservedTime"),
                        event.text("lastTimestamp"),
                        event.text("eventTime"),
                        event.text("metadata.creationTimestamp"));
        return new EventGroup(
                event.text("type"),
                event.text("reason"),
                event.namespace(),
                about.kind() + "/" + about.text("name"),
                event.text("message"),
                Math.max(1, Math.max(event.number("count"), event.number("series.count"))),
                Ages.time(firstOf(event.text("firstTimestamp"), event.text("eventTime"), last)),
                Ages.time(last));
    }

    private static String firstOf(String... texts) {
        for (String text : texts) {
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    private EventGroup with(EventGroup other) {
        return new EventGroup(
                type,
                reason,
                namespace,
                object,
                message,
                count + other.count,
                first.isBefore(other.first) ? first : other.first,
                last.isAfter(other.last) ? last : other.last);
    }

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("last", last.toString());
        fields.put("first", first.toString());
        fields.put("count", count);
        fields.put("type", type);
        fields.put("reason", reason);
        fields.put("namespace", namespace);
        fields.put("object", object);
        fields.put("message", Cut.end(message, 700));
        return fields;
    }
}
