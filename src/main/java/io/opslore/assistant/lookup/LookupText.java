package io.opslore.assistant.lookup;

import io.opslore.tools.ToolAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a tool has found, as lines that can be read and cited: rows of one text each as they are,
 * others in the manner of YAML.
 */
public final class LookupText {

    private static final String STEP = "  ";

    private final List<String> lines = new ArrayList<>();

    private LookupText() {}

    /**
     * @param told the call's arguments in one line, without secrets
     */
    public static String of(ToolAnswer answer, String told) {
        var text = new LookupText();
        text.lines.add("# " + answer.tool() + (told.isEmpty() ? "" : ": " + told));
        text.lines.add(
                "# "
                        + answer.source()
                        + (answer.version().isEmpty() ? "" : ", version " + answer.version()));
        if (answer.items().isEmpty()) {
            text.lines.add(
                    "# nothing found" + (answer.hint().isEmpty() ? "" : ": " + answer.hint()));
        }
        answer.items().forEach(text::row);
        if (answer.truncated()) {
            text.lines.add("# there is more than this");
        }
        return String.join("\n", text.lines);
    }

    private void row(Map<String, Object> row) {
        if (row.size() == 1 && row.values().iterator().next() instanceof String only) {
            only.lines().forEach(lines::add);
            return;
        }
        String begin = "- ";
        for (Map.Entry<String, Object> field : row.entrySet()) {
            if (!isEmpty(field.getValue())) {
                field(begin, STEP, field.getKey(), field.getValue());
                begin = STEP;
            }
        }
    }

    private void field(String begin, String indent, String key, Object value) {
        switch (value) {
            case Map<?, ?> map -> {
                lines.add(begin + key + ":");
                map.forEach((name, one) ->
                        field(indent + STEP, indent + STEP, String.valueOf(name), one));
            }
            case List<?> list -> {
                lines.add(begin + key + ":");
                list.forEach(one -> element(indent + STEP, one));
            }
            case String text when text.indexOf('\n') >= 0 -> {
                lines.add(begin + key + ": |");
                text.lines().forEach(line -> lines.add(indent + STEP + line));
            }
            default -> lines.add(begin + key + ": " + value);
        }
    }

    private void element(String indent, Object element) {
        if (element instanceof Map<?, ?> map) {
            String begin = indent + "- ";
            for (Map.Entry<?, ?> field : map.entrySet()) {
                if (field.getValue() != null && !isEmpty(field.getValue())) {
                    field(begin, indent + STEP, String.valueOf(field.getKey()), field.getValue());
                    begin = indent + STEP;
                }
            }
        } else {
            lines.add(indent + "- " + String.valueOf(element).replace('\n', ' '));
        }
    }

    private static boolean isEmpty(Object value) {
        return switch (value) {
            case String text -> text.isEmpty();
            case List<?> list -> list.isEmpty();
            case Map<?, ?> map -> map.isEmpty();
            default -> false;
        };
    }
}
