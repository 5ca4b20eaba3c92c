package io.opslore.operations.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Keeps the labels of the portal's own metrics few and short, whatever comes: a value more than so
 * many, or one that is a text rather than a name, is counted as {@code other}. Each would be a
 * series of its own, kept in memory here and in Prometheus for as long as they run. Thread-safe.
 */
@Component
class BoundedLabels implements MeterFilter {

    static final int MOST = 60;

    private static final int LONGEST = 80;
    private static final String OTHER = "other";

    private final Map<String, Set<String>> seen = new ConcurrentHashMap<>();

    @Override
    public Meter.Id map(Meter.Id id) {
        if (!id.getName().startsWith("opslore.")) {
            return id;
        }
        List<Tag> tags = new ArrayList<>();
        for (Tag tag : id.getTagsAsIterable()) {
            tags.add(bounded(id.getName(), tag));
        }
        return id.replaceTags(tags);
    }

    private Tag bounded(String name, Tag tag) {
        Set<String> known =
                seen.computeIfAbsent(
                        name + ' ' + tag.getKey(), key -> ConcurrentHashMap.newKeySet());
        if (known.contains(tag.getValue())) {
            return tag;
        }
        boolean fits = tag.getValue().length() <= LONGEST && known.size() < MOST;
        return fits && known.add(tag.getValue()) ? tag : Tag.of(tag.getKey(), OTHER);
    }
}
