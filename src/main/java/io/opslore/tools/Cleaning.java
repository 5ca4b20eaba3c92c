package io.opslore.tools;

import io.opslore.guard.MaskScope;
import io.opslore.guard.Masked;
import io.opslore.guard.Masking;
import io.opslore.tools.ToolAnswer.MaskedParts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of rows, whatever their form, and counts them. A value is looked at together
 * with its key, which may say what it is. Not thread-safe.
 */
final class Cleaning {

    private final Masking masking;
    private final Set<String> kinds = new TreeSet<>();
    private int count;

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
        return counted(masking.mask(text, MaskScope.PORTAL));
    }

    MaskedParts found() {
        return new MaskedParts(count, kinds);
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
        return both.text().startsWith(prefix)
                ? counted(both).substring(prefix.length())
                : text(text);
    }

    private String counted(Masked masked) {
        count += masked.secrets().size();
        masked.secrets().forEach(secret -> kinds.add(secret.kind()));
        return masked.text();
    }
}
