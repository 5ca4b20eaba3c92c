package io.opslore.guard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of fields, whatever their form. A value is looked at together with its key,
 * which may say what it is.
 */
final class MaskedFields {

    private final Masking masking;
    private final MaskScope scope;

    MaskedFields(Masking masking, MaskScope scope) {
        this.masking = masking;
        this.scope = scope;
    }

    Map<String, Object> of(Map<?, ?> fields) {
        Map<String, Object> masked = new LinkedHashMap<>();
        fields.forEach((key, value) -> {
            String name = masking.mask(String.valueOf(key), scope).text();
            masked.put(name, value(name, value));
        });
        return masked;
    }

    private Object value(String key, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> text(key, text);
            case Number number -> number;
            case Boolean flag -> flag;
            case Map<?, ?> map -> of(map);
            case List<?> list -> list.stream().map(one -> value(key, one)).toList();
            default -> text(key, value.toString());
        };
    }

    private String text(String key, String text) {
        String prefix = key + ": ";
        if (text.indexOf('\n') < 0) {
            String both = masking.mask(prefix + text, "row.yaml", scope).text();
            if (both.startsWith(prefix)) {
                return both.substring(prefix.length());
            }
        }
        return masking.mask(text, scope).text();
    }
}
