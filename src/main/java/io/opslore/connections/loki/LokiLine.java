package io.opslore.connections.loki;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * @param nanos when, since 1970
 * @param labels of its stream
 * @param text without secrets
 */
public record LokiLine(long nanos, Map<String, Object> labels, String text) {

    public LokiLine {
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    }
}
