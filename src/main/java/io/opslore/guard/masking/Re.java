package io.opslore.guard.masking;

import com.google.re2j.Pattern;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Expressions in linear time, each compiled once. */
final class Re {

    private static final Map<String, Pattern> KNOWN = new ConcurrentHashMap<>();

    private Re() {}

    /** Whether all of the text is like that. */
    static boolean is(String text, String expression) {
        return KNOWN.computeIfAbsent(expression, Pattern::compile).matcher(text).matches();
    }
}
