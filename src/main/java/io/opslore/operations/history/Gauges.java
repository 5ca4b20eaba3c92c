package io.opslore.operations.history;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.Search;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** What can be read off the meters at any moment. */
final class Gauges {

    private Gauges() {}

    /** By name; what is not known at the moment, or is not there at all, is left out. */
    static Map<String, Double> of(MeterRegistry meters) {
        Map<String, Double> now = new TreeMap<>();
        put(now, "in-flight", sum(meters.find("opslore.model.queue.served")));
        put(now, "waiting", sum(meters.find("opslore.model.queue.waiting")));
        put(
                now,
                "ingest",
                sum(meters.find("opslore.ingest.jobs").tag("state", "queued"))
                        + sum(meters.find("opslore.ingest.jobs").tag("state", "extracting"))
                        + sum(meters.find("opslore.ingest.jobs").tag("state", "indexing")));
        put(now, "sessions", sum(meters.find("opslore.sessions.open")));
        put(now, "heap", sum(meters.find("jvm.memory.used").tag("area", "heap")));
        put(now, "disk-free", sum(meters.find("opslore.data.disk.free")));
        put(now, "index-size", sum(meters.find("opslore.index.size").tag("state", "active")));
        put(now, "gpu-memory", sum(meters.find("opslore.gpu.memory.used")));
        put(now, "gpu-temperature", most(meters.find("opslore.gpu.temperature").gauges()));
        return now;
    }

    private static void put(Map<String, Double> numbers, String name, double value) {
        if (Double.isFinite(value)) {
            numbers.put(name, value);
        }
    }

    private static double sum(Search found) {
        Collection<Gauge> gauges = found.gauges();
        return gauges.isEmpty() ? Double.NaN : gauges.stream().mapToDouble(Gauge::value).sum();
    }

    private static double most(Collection<Gauge> gauges) {
        return gauges.stream().mapToDouble(Gauge::value).max().orElse(Double.NaN);
    }
}
