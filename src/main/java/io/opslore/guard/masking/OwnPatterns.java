package io.opslore.guard.masking;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Rules that were not shipped: they look at every line, each for itself, because nothing says which
 * words go with them. Thread-safe.
 */
public final class OwnPatterns {

    private static final String OWN = "own:";

    private final List<Entry> entries;

    private record Entry(String kind, String rule, Pattern pattern) {}

    /** Of rules whose expressions have no {@link #fault}. */
    public OwnPatterns(List<Own> rules) {
        entries =
                rules.stream()
                        .map(rule ->
                                new Entry(
                                        rule.kind(),
                                        OWN + rule.name(),
                                        Pattern.compile(rule.expression())))
                        .toList();
    }

    public record Own(String name, String kind, String expression) {}

    /** What is wrong with an expression. */
    public static Optional<String> fault(String expression) {
        try {
            Pattern.compile(expression);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Whether an expression without fault is satisfied by no text at all. */
    public static boolean matchesNothing(String expression) {
        return Pattern.compile(expression).matcher("").find();
    }

    public boolean none() {
        return entries.isEmpty();
    }

    void find(Source source, Consumer<Finding> found) {
        if (entries.isEmpty()) {
            return;
        }
        String text = source.text();
        for (int line = 0; line < text.length(); line = Math.max(line + 1, next(text, line))) {
            int end = source.lineEnd(line);
            String written = text.substring(line, end);
            for (Entry entry : entries) {
                find(source, line, written, entry, found);
            }
        }
    }

    private static void find(
            Source source, int line, String written, Entry entry, Consumer<Finding> found) {
        Matcher matcher = entry.pattern().matcher(written);
        while (matcher.find()) {
            int group = matcher.groupCount() > 0 && matcher.group(1) != null ? 1 : 0;
            int start = matcher.start(group);
            int end = matcher.end(group);
            for (int[] part : outside(written, start, end)) {
                found.accept(
                        Finding.plain(
                                source,
                                line + part[0],
                                line + part[1],
                                entry.kind(),
                                "",
                                entry.rule()));
            }
        }
    }

    /** What is left of a match without the placeholders that it touches. */
    private static List<int[]> outside(String written, int start, int end) {
        List<int[]> parts = new ArrayList<>();
        int from = start;
        for (int open = written.indexOf("«secret:");
                open >= 0;
                open = written.indexOf("«secret:", open + 1)) {
            int close = written.indexOf('»', open) + 1;
            if (close == 0) {
                break;
            }
            if (open < end && close > from) {
                parts.add(new int[] {from, Math.max(from, open)});
                from = Math.min(end, close);
            }
        }
        parts.add(new int[] {from, end});
        return parts;
    }

    private static int next(String text, int line) {
        int next = text.indexOf('\n', line);
        return next < 0 ? text.length() : next + 1;
    }
}
