package io.opslore.guard.masking;

import com.google.re2j.Pattern;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Finds the values of Kubernetes Secrets in JSON, wherever that stands in a text. Thread-safe. */
final class KubernetesJson {

    private static final Pattern KIND = Pattern.compile("\"kind\"\\s*:\\s*\"Secret\"");
    private static final Set<String> DATA = Set.of("data", "stringData");
    private static final int DEEPEST = 200;

    void find(Source source, Consumer<Finding> found) {
        if (source.text().contains("\"Secret\"") && KIND.matcher(source.text()).find()) {
            new Walk(source, found).go();
        }
    }

    /**
     * @param open told where values stand of which it is not yet said what they belong to
     */
    void undecided(Source source, Consumer<Integer> open) {
        if (source.text().contains("ata\"")) {
            Walk walk = new Walk(source, finding -> {});
            walk.go();
            walk.levels.stream()
                    .flatMap(level -> level.values.stream())
                    .map(Finding::start)
                    .min(Integer::compare)
                    .ifPresent(open);
        }
    }

    /** An object: what it is, and what stands in it that would be secret. */
    private static final class Level {

        private final String name;
        private final List<Finding> values = new ArrayList<>();
        private String key = "";
        private boolean secret;

        Level(String name) {
            this.name = name;
        }
    }

    private static final class Walk {

        private final Source source;
        private final String text;
        private final Consumer<Finding> found;
        private final Deque<Level> levels = new ArrayDeque<>();

        Walk(Source source, Consumer<Finding> found) {
            this.source = source;
            this.text = source.text();
            this.found = found;
        }

        void go() {
            int at = 0;
            while (at < text.length()) {
                at = step(at);
            }
        }

        private int step(int at) {
            char now = text.charAt(at);
            if (now == '{' && levels.size() < DEEPEST) {
                levels.push(new Level(levels.isEmpty() ? "" : levels.peek().key));
            } else if (now == '}' && !levels.isEmpty()) {
                close(levels.pop());
            } else if (now == '"' && !levels.isEmpty()) {
                return string(at);
            }
            return at + 1;
        }

        private void close(Level level) {
            Level outer = levels.peek();
            if (level.secret) {
                level.values.forEach(found);
            } else if (outer != null && DATA.contains(level.name)) {
                outer.values.addAll(level.values);
            }
        }

        private int string(int quote) {
            int end = quote + 1;
            while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\n') {
                end += text.charAt(end) == '\\' ? 2 : 1;
            }
            if (end >= text.length()) {
                return text.length();
            }
            if (text.charAt(end) == '\n') {
                levels.clear();
                return end;
            }
            take(quote + 1, end);
            return end + 1;
        }

        private void take(int start, int end) {
            Level level = levels.element();
            String written = text.substring(start, end);
            int next = Lines.skipAll(text, end + 1, " \t\r\n");
            if (next < text.length() && text.charAt(next) == ':') {
                level.key = written;
            } else if (level.key.equals("kind")) {
                level.secret = written.equals("Secret");
            } else if (DATA.contains(level.name) && !SecretValues.spared(written)) {
                level.values.add(SecretValues.finding(source, start, end, level.key));
            }
        }
    }
}
