package io.opslore.guard.masking;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds what belongs to names that tell of a secret, in configuration, programs, commands and
 * sentences. Thread-safe.
 */
final class Assignments {

    private static final String RULE = "name";
    private static final int LONGEST_NAME = 120;

    private static final Set<String> CODE =
            Set.of(
                    "java",
                    "kt",
                    "kts",
                    "groovy",
                    "gradle",
                    "scala",
                    "py",
                    "go",
                    "js",
                    "jsx",
                    "ts",
                    "tsx",
                    "mjs",
                    "c",
                    "cc",
                    "cpp",
                    "h",
                    "hpp",
                    "cs",
                    "rs",
                    "rb",
                    "php",
                    "swift",
                    "tf",
                    "lua",
                    "pl",
                    "dart",
                    "vue",
                    "sql",
                    "jenkinsfile");

    private final Keywords words = new Keywords(List.copyOf(KeyName.WORDS));

    Keywords keywords() {
        return words;
    }

    /**
     * @param open told where a name stands whose value the text does not end
     */
    void find(Source source, Consumer<Finding> found, Consumer<Integer> open) {
        boolean code = code(source.fileName());
        int[] done = {0};
        words.scan(
                source.text(),
                (word, start, end) -> {
                    if (start >= done[0]) {
                        done[0] = look(source, start, end, new Told(code, found, open));
                    }
                });
    }

    static boolean code(String fileName) {
        return CODE.contains(fileName.substring(fileName.lastIndexOf('.') + 1));
    }

    /** Where to go on. */
    private static int look(Source source, int hit, int hitEnd, Told told) {
        String text = source.text();
        int start = nameStart(text, hit);
        int end = nameEnd(text, hitEnd);
        String name = text.substring(start, end);
        KeyName key = end - start > LONGEST_NAME ? null : KeyName.of(qualified(text, start, name));
        if (key == null) {
            return end;
        }
        Cursor cursor = new Cursor(text, end);
        Joint joint = Joint.after(cursor, text, start);
        if (joint != null) {
            Values values = new Values(source, cursor);
            List<Value> read = values.read(joint, start);
            if (values.open()) {
                told.open().accept(start);
            }
            take(source, new Named(name, key, told.code()), read, told.found());
        }
        return end;
    }

    private record Told(boolean code, Consumer<Finding> found, Consumer<Integer> open) {}

    private record Named(String name, KeyName key, boolean code) {}

    private static void take(
            Source source, Named named, List<Value> values, Consumer<Finding> found) {
        String text = source.text();
        StringBuilder whole = new StringBuilder();
        for (Value value : values) {
            String written = text.substring(value.start(), value.end());
            whole.append(written);
            boolean secret =
                    Judge.secret(written, named.key(), value.form(), named.code())
                            || whole.length() > written.length()
                                    && written.length() > 2
                                    && !Placeholders.is(written)
                                    && Looks.random(whole.toString(), 24);
            if (secret) {
                found.accept(
                        Finding.plain(
                                source,
                                value.start(),
                                value.end(),
                                named.key().kind(),
                                named.name(),
                                RULE));
            }
        }
    }

    /** A key alone says nothing: what kind of key says the word before. */
    private static String qualified(String text, int start, String name) {
        int at = start;
        while (at > 0 && start - at < 3 && (text.charAt(at - 1) == ' ')) {
            at--;
        }
        if (at == start || start - at > 1 || !Re.is(name, "(?i)keys?|ключ|code")) {
            return name;
        }
        int from = nameStart(text, at - 1);
        String before = text.substring(from, at);
        return Re.is(before, "\\p{L}{2,20}") ? before + "_" + name : name;
    }

    private static int nameStart(String text, int hit) {
        int at = hit;
        while (at > 0
                && hit - at < LONGEST_NAME
                && (part(text.charAt(at - 1)) || text.charAt(at - 1) == '.')) {
            at--;
        }
        while (at < hit && (text.charAt(at) == '-' || text.charAt(at) == '.')) {
            at++;
        }
        return at;
    }

    private static int nameEnd(String text, int hitEnd) {
        int at = hitEnd;
        while (at < text.length()
                && at - hitEnd < LONGEST_NAME
                && (part(text.charAt(at)) || dot(text, at))) {
            at++;
        }
        while (at > hitEnd && text.charAt(at - 1) == '-') {
            at--;
        }
        return at;
    }

    private static boolean dot(String text, int at) {
        return text.charAt(at) == '.'
                && at + 1 < text.length()
                && Character.isLetter(text.charAt(at + 1))
                && !text.startsWith(".equals", at);
    }

    private static boolean part(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '_' || letter == '-';
    }
}
