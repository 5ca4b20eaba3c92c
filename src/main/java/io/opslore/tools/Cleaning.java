package io.opslore.tools;

import io.opslore.guard.MaskScope;
import io.opslore.guard.Masked;
import io.opslore.guard.Masking;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of rows, whatever their form. A value is looked at together with its key, which
 * may say what it is. Thread-safe.
 */
final class Cleaning {

    private final Masking masking;

    Cleaning(Masking masking) {
        this.masking = masking;
    }

    Map<String, Object> row(Map<?, ?> fields) {
        Map<String, Object> clean = new LinkedHashMap<>();
        fields.forEach((key, value) -> {
            String name = text(String.valueOf(key));
            clean.put(name, value(name, value));
        });
        return clean;
    }

    /** A text without a key. */
    String text(String text) {
        return masking.mask(text, MaskScope.PORTAL).text();
    }

    private @Nullable Object value(String key, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> text(key, text);
            case Number number -> number;
            case Boolean flag -> flag;
            case Map<?, ?> map -> row(map);
            case List<?> list -> list.stream().map(one -> value(key, one)).toList();
            default -> text(key, value.toString());
        };
    }

    private String text(String key, String text) {
        if (text.indexOf('\n') >= 0) {
            return text(text);
        }
        String prefix = key + ": ";
        Masked both = masking.mask(prefix + text, "row.yaml", MaskScope.PORTAL);
        return both.text().startsWith(prefix) ? both.text().substring(prefix.length()) : text(text);
    }
}
