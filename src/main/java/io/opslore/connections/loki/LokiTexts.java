package io.opslore.connections.loki;

import io.opslore.connections.CleanLines;
import io.opslore.guard.MaskScope;
import io.opslore.guard.Masked;
import io.opslore.guard.Masking;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What Loki tells, without secrets. */
final class LokiTexts {

    private final Masking masking;
    private final MaskScope scope;

    LokiTexts(Masking masking, MaskScope scope) {
        this.masking = masking;
        this.scope = scope;
    }

    List<String> lines(List<String> lines) {
        return CleanLines.of(lines, masking, scope);
    }

    String value(String key, String value) {
        String prefix = key + ": ";
        Masked both = masking.mask(prefix + value.replace('\n', ' '), "x.yaml", scope);
        return both.text().startsWith(prefix)
                ? both.text().substring(prefix.length())
                : masking.mask(value, scope).text();
    }

    Map<String, Object> labels(JsonNode labels) {
        Map<String, Object> clean = new LinkedHashMap<>();
        labels.properties().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(label ->
                        clean.put(
                                label.getKey(),
                                value(label.getKey(), label.getValue().asString(""))));
        return clean;
    }
}
