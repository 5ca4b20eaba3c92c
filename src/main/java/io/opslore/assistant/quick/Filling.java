package io.opslore.assistant.quick;

import io.opslore.assistant.LookupWish;
import io.opslore.assistant.lookup.PlannedCall;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A quick task as it is asked.
 *
 * @param question its prompt with its blanks filled in
 * @param lookups what is looked up; an argument whose blank was left empty is left out
 */
public record Filling(String question, LookupWish lookups) {

    /**
     * @param words the prompt, in the reader's language
     * @param values by blank; those missing are empty
     */
    public static Filling of(QuickTask task, String words, Map<String, String> values) {
        List<PlannedCall> calls =
                task.calls().stream()
                        .map(call -> new PlannedCall(call.tool(), arguments(call, values)))
                        .toList();
        return new Filling(
                filled(words, values).replaceAll("[ ]{2,}", " ").strip(),
                new LookupWish(calls, task.tools()));
    }

    private static Map<String, Object> arguments(PlannedCall call, Map<String, String> values) {
        Map<String, Object> arguments = new HashMap<>();
        call.arguments()
                .forEach((name, value) -> {
                    Object filled = value instanceof String text ? filled(text, values) : value;
                    if (!"".equals(filled)) {
                        arguments.put(name, filled);
                    }
                });
        return arguments;
    }

    private static String filled(String text, Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue().strip());
        }
        return filled;
    }
}
