package io.opslore.tools.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A place in a YAML document, whether there is something or not.
 *
 * @param node null where nothing is
 */
record YamlValue(@Nullable Node node) {

    private static final YamlValue NOTHING = new YamlValue(null);
    private static final String MERGE = "<<";

    boolean isThere() {
        return node != null;
    }

    /** From 1; 1 where nothing is. */
    int line() {
        return node == null ? 1 : node.getStartMark().getLine() + 1;
    }

    YamlValue get(String... path) {
        YamlValue at = this;
        for (String key : path) {
            at = at.child(key);
        }
        return at;
    }

    /** A single value; empty for anything else. */
    String text() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    boolean is(String value) {
        return text().equals(value);
    }

    /** Of a list. */
    List<YamlValue> items() {
        List<YamlValue> items = new ArrayList<>();
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(item -> items.add(new YamlValue(item)));
        }
        return items;
    }

    /** Of a map, in their order. */
    Map<String, YamlValue> entries() {
        Map<String, YamlValue> entries = new LinkedHashMap<>();
        if (node instanceof MappingNode map) {
            for (NodeTuple tuple : map.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    entries.put(key.getValue(), new YamlValue(tuple.getValueNode()));
                }
            }
        }
        return entries;
    }

    /** Whether something is there, or a template may put it there. */
    boolean mayHave(String... path) {
        YamlValue at = this;
        for (String key : path) {
            if (at.isTemplate()) {
                return true;
            }
            at = at.child(key);
        }
        return at.isThere()
                && !(at.node instanceof ScalarNode scalar && scalar.getValue().isEmpty());
    }

    /** Whether it is what a template left a mark for. */
    boolean isTemplate() {
        return text().contains(HelmTemplate.MARK)
                || entries().keySet().stream().anyMatch(key -> key.startsWith(HelmTemplate.MARK));
    }

    private YamlValue child(String key) {
        Map<String, YamlValue> entries = entries();
        YamlValue own = entries.get(key);
        if (own != null) {
            return own;
        }
        YamlValue merged = entries.getOrDefault(MERGE, NOTHING);
        if (merged.node instanceof SequenceNode) {
            return merged.items().stream()
                    .map(item -> item.entries().getOrDefault(key, NOTHING))
                    .filter(YamlValue::isThere)
                    .findFirst()
                    .orElse(NOTHING);
        }
        return merged.entries().getOrDefault(key, NOTHING);
    }
}
