package io.opslore.connections.swarm;

import io.opslore.connections.CleanLines;
import io.opslore.guard.MaskScope;
import io.opslore.guard.Masked;
import io.opslore.guard.Masking;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of what specs hold, each value by what its key says of it and by what it is
 * itself. The same secret becomes the same placeholder, so that what is hidden can still be
 * compared. Thread-safe.
 */
final class Hidden {

    private final Masking masking;
    private final MaskScope scope;

    Hidden(Masking masking, MaskScope scope) {
        this.masking = masking;
        this.scope = scope;
    }

    /** A whole tree of maps, lists and values. */
    Map<String, Object> map(Map<?, ?> values) {
        Map<String, Object> clean = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            String name = String.valueOf(key);
            clean.put(text(name), value(name, value));
        });
        return clean;
    }

    /** A text of which nothing is known. */
    String text(String text) {
        return masking.mask(text, scope).text();
    }

    /** Lines that one program wrote. */
    List<String> lines(List<String> lines) {
        return CleanLines.of(lines, masking, scope);
    }

    /** A file; as it is not known what kind, it is looked at as several. */
    String file(String name, String text) {
        String clean = masking.mask(text, name, scope).text();
        clean = masking.mask(clean, "x.yaml", scope).text();
        clean = masking.mask(clean, ".env", scope).text();
        return text(clean);
    }

    /** A value and what it belongs to. */
    String keyed(String key, String text) {
        if (text.indexOf('\n') >= 0) {
            return text(
                    text.lines()
                            .map(line -> line.isBlank() ? line : keyed(key, line))
                            .collect(Collectors.joining("\n")));
        }
        return text(behind(key + "=", ".env", behind(key + ": ", "x.yaml", text)));
    }

    private String behind(String prefix, String fileName, String text) {
        Masked both = masking.mask(prefix + text, fileName, scope);
        return both.text().startsWith(prefix) ? both.text().substring(prefix.length()) : text;
    }

    private @Nullable Object value(String key, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> keyed(key, text);
            case Map<?, ?> map -> map(map);
            case List<?> list -> list(key, list);
            default -> value;
        };
    }

    /** Arguments of a command tell by the one before what the next one is. */
    private List<Object> list(String key, List<?> values) {
        List<Object> clean = new ArrayList<>();
        IntStream.range(0, values.size())
                .forEach(at ->
                        clean.add(one(key, at > 0 ? values.get(at - 1) : "", values.get(at))));
        return clean;
    }

    private @Nullable Object one(String key, @Nullable Object before, @Nullable Object value) {
        if (!(value instanceof String text)) {
            return value(key, value);
        }
        String clean = keyed(key, text);
        return before instanceof String option && announces(option, text)
                ? keyed(option.replaceFirst("^-+", ""), clean)
                : clean;
    }

    private static boolean announces(String option, String value) {
        return option.startsWith("-") && !option.contains("=") && !value.startsWith("-");
    }
}
