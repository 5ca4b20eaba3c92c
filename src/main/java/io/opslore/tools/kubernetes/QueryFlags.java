package io.opslore.tools.kubernetes;

import io.opslore.tools.ToolFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What stands behind a command's verb: plain words, and flags of which only known ones are taken.
 */
final class QueryFlags {

    private static final Map<String, String> LONG_NAMES =
            Map.of(
                    "-n", "--namespace",
                    "-A", "--all-namespaces",
                    "-l", "--selector",
                    "-o", "--output",
                    "-c", "--container",
                    "-p", "--previous");

    private static final Set<String> SWITCHES =
            Set.of(
                    "--all-namespaces",
                    "--previous",
                    "--timestamps",
                    "--no-headers",
                    "--show-labels");

    private static final Set<String> WITH_VALUE =
            Set.of(
                    "--namespace",
                    "--selector",
                    "--field-selector",
                    "--output",
                    "--container",
                    "--tail",
                    "--since",
                    "--sort-by",
                    "--for",
                    "--types");

    private final Map<String, String> flags = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    QueryFlags(List<String> written) {
        int at = 0;
        while (at < written.size()) {
            String word = written.get(at);
            at++;
            if (!word.startsWith("-") || word.equals("-")) {
                words.add(word);
                continue;
            }
            int equals = word.indexOf('=');
            String name = name(equals < 0 ? word : word.substring(0, equals));
            boolean glued = !word.startsWith("--") && equals < 0 && word.length() > 2;
            if (SWITCHES.contains(name) && equals < 0 && !glued) {
                flags.put(name, "true");
            } else if (!WITH_VALUE.contains(name)) {
                throw QueryWords.unsupported("The flag " + name + " is not taken here.");
            } else if (equals >= 0) {
                flags.put(name, word.substring(equals + 1));
            } else if (glued) {
                flags.put(name, word.substring(2));
            } else if (at < written.size()) {
                flags.put(name, written.get(at));
                at++;
            } else {
                throw ToolFailure.invalid("The flag " + name + " has no value.", "Give it one.");
            }
        }
    }

    private static String name(String written) {
        String start =
                !written.startsWith("--") && written.length() > 2
                        ? written.substring(0, 2)
                        : written;
        return LONG_NAMES.getOrDefault(start, written);
    }

    List<String> words() {
        return words;
    }

    boolean isSet(String name) {
        return flags.containsKey(name);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(flags.get(name)).filter(value -> !value.isEmpty());
    }

    /** Throws where a flag is given that means nothing to the verb. */
    void allowOnly(String verb, String... names) {
        Set<String> allowed = Set.of(names);
        flags.keySet().stream()
                .filter(name -> !allowed.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw QueryWords.unsupported(
                            "The flag %s is not taken with %s.".formatted(name, verb));
                });
    }
}
