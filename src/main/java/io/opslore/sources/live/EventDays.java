package io.opslore.sources.live;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.connections.kubernetes.ApiKind;
import io.opslore.connections.kubernetes.Cluster;
import io.opslore.connections.kubernetes.ClusterObject;
import io.opslore.connections.kubernetes.Listing;
import io.opslore.sources.SourceId;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The events of each namespace and day. A cluster forgets them after an hour or so: those that were
 * seen are remembered. Thread-safe.
 */
@Component
class EventDays {

    /** Of one namespace and day; the latest. */
    private static final int MOST = 2_000;

    private static final int MOST_LISTED = 20_000;
    private static final TypeReference<List<SeenEvent>> EVENTS = new TypeReference<>() {};

    private final LiveMemory memory;

    EventDays(LiveMemory memory) {
        this.memory = memory;
    }

    /**
     * Whose events.
     *
     * @param days for so long they are kept
     */
    record Place(SourceId source, Connection connection, NameChoice namespaces, int days) {

        String prefix() {
            return "events/" + connection.id().value() + "/";
        }
    }

    /** Adds a document for each namespace and day that something happened in. */
    void add(Cluster cluster, Place place, Gathering gathering) {
        String oldest = Told.day(gathering.begun().minus(Duration.ofDays(place.days() - 1L)));
        Map<String, Map<String, SeenEvent>> fresh = seen(cluster, place, gathering);
        Set<String> names = new TreeSet<>(memory.names(place.source(), place.prefix()));
        names.addAll(fresh.keySet());
        for (String name : names) {
            if (day(name).compareTo(oldest) < 0) {
                memory.forget(place.source(), place.prefix() + name);
            } else {
                add(name, fresh.getOrDefault(name, Map.of()), place, gathering);
            }
        }
    }

    /** One by one: all days together may be more than there is room for. */
    private void add(String name, Map<String, SeenEvent> fresh, Place place, Gathering gathering) {
        Map<String, SeenEvent> events = remembered(place, name);
        if (!fresh.isEmpty()) {
            events.putAll(fresh);
            keep(place, name, events);
        }
        if (place.namespaces().takes(namespace(name))) {
            gathering.add(EventPage.of(namespace(name), day(name), events.values()));
        }
    }

    private Map<String, SeenEvent> remembered(Place place, String name) {
        return memory.recall(place.source(), place.prefix() + name)
                .map(content -> byId(JsonMapper.shared().readValue(content, EVENTS)))
                .orElseGet(LinkedHashMap::new);
    }

    private static Map<String, Map<String, SeenEvent>> seen(
            Cluster cluster, Place place, Gathering gathering) {
        NameChoice namespaces = place.namespaces();
        ApiKind kind = cluster.kind("events");
        Map<String, Map<String, SeenEvent>> days = new TreeMap<>();
        for (String within : namespaces.isPlain() ? namespaces.written() : List.of("")) {
            gathering.goOn();
            List<ClusterObject> found = cluster.all(Listing.of(kind, within), MOST_LISTED + 1);
            if (found.size() > MOST_LISTED) {
                throw new ConnectionFailed(
                        Reason.TOO_WIDE,
                        "There are more than %d events.".formatted(MOST_LISTED),
                        "Choose namespaces, each by its name.");
            }
            found.stream()
                    .filter(one -> namespaces.takes(one.namespace()))
                    .forEach(one -> put(days, one.namespace(), SeenEvent.of(one)));
        }
        return days;
    }

    private static void put(
            Map<String, Map<String, SeenEvent>> days, String namespace, SeenEvent event) {
        days.computeIfAbsent(namespace + "/" + Told.day(event.last()), none -> new HashMap<>())
                .put(event.id(), event);
    }

    private void keep(Place place, String name, Map<String, SeenEvent> events) {
        List<SeenEvent> latest =
                events.values().stream()
                        .sorted(
                                Comparator.comparing(SeenEvent::last)
                                        .reversed()
                                        .thenComparing(SeenEvent::id))
                        .limit(MOST)
                        .toList();
        events.clear();
        events.putAll(byId(latest));
        memory.keep(
                place.source(),
                place.prefix() + name,
                JsonMapper.shared().writeValueAsString(latest));
    }

    private static Map<String, SeenEvent> byId(List<SeenEvent> events) {
        Map<String, SeenEvent> byId = new LinkedHashMap<>();
        events.forEach(event -> byId.put(event.id(), event));
        return byId;
    }

    private static String namespace(String name) {
        return name.substring(0, name.lastIndexOf('/'));
    }

    private static String day(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
