package io.opslore.connections.ui;

import com.vaadin.flow.component.select.Select;
import io.opslore.connections.ConnectionField;
import java.util.List;
import java.util.Map;

/** A line that can hold a few words only, so that one is chosen. */
class ChoiceField extends Select<String> {

    private static final String NONE = "none";

    /** By kind and key; the first is what is meant if nothing is said. */
    private static final Map<String, List<String>> WORDS =
            Map.of(
                    "kubernetes.impersonate", List.of("", "asker"),
                    "mcp.tell", List.of("", "asker"),
                    "s3.addressing", List.of("path", "host"));

    ChoiceField(String kind, ConnectionField field) {
        List<String> words = WORDS.getOrDefault(kind + "." + field.key(), List.of(""));
        setItems(words);
        setItemLabelGenerator(
                word -> KindText.label(kind, field.key() + "." + (word.isEmpty() ? NONE : word)));
        setValue(words.getFirst());
    }

    static boolean isFor(String kind, ConnectionField field) {
        return WORDS.containsKey(kind + "." + field.key());
    }
}
