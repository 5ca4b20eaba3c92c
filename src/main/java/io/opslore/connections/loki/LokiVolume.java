package io.opslore.connections.loki;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** How much some streams have written. */
public record LokiVolume(Map<String, Object> labels, long bytes) {

    public LokiVolume {
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    }
}
