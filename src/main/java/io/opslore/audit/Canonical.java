package io.opslore.audit;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Writes texts and details in the one way in which they are stored and hashed. */
final class Canonical {

    /** Nobody has a longer name; a stranger at the sign-in may send one. */
    private static final int LONGEST_NAME = 1_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Canonical() {}

    /** JSON with sorted keys and without blanks. What is no value of JSON becomes its text. */
    static String details(Map<String, ?> details) {
        return JSON.writeValueAsString(value(details));
    }

    /** A text that PostgreSQL keeps as it is, cut to a length that a person can read. */
    static String name(String text) {
        String clean = text(text);
        return clean.length() <= LONGEST_NAME ? clean : text(clean.substring(0, LONGEST_NAME));
    }

    private static Object value(Object value) {
        return switch (value) {
            case Map<?, ?> map -> sorted(map);
            case Collection<?> list -> list.stream().map(Canonical::value).toList();
            case Number number -> number;
            case Boolean truth -> truth;
            default -> text(value.toString());
        };
    }

    private static Map<String, Object> sorted(Map<?, ?> map) {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(text(String.valueOf(key)), value(value)));
        return sorted;
    }

    /** Without NUL, which PostgreSQL refuses, and without halves of a letter. */
    private static String text(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                .replace("\0", "");
    }
}
