package io.opslore.retrieval.query;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What {@code path:} asks for, whatever the case: a part of the path, or, where it holds an
 * asterisk, all of it with anything in the asterisk's place.
 */
public final class PathPattern {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private PathPattern() {}

    /** Paths that fit the value. */
    public static Predicate<String> of(String value) {
        String clean = value.startsWith("/") ? value.substring(1) : value;
        if (!clean.contains("*")) {
            return Pattern.compile(Pattern.quote(clean), FLAGS).asPredicate();
        }
        StringBuilder pattern = new StringBuilder();
        for (String part : clean.split("\\*", -1)) {
            pattern.append(pattern.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.compile(pattern.toString(), FLAGS).asMatchPredicate();
    }
}
