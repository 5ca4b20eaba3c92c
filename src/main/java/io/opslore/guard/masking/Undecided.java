package io.opslore.guard.masking;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.function.Consumer;

/**
 * Knows where a manifest in YAML has begun whose values may turn out to be those of a Secret, and
 * has not yet said what it is.
 */
final class Undecided {

    private static final Pattern DATA =
            Pattern.compile(
                    "(?m)^([ >+]*(?:- +)?)[\"']?(?:data|stringData)[\"']?:[ \\t]*(?:\\{.*)?\\r?$");
    private static final Pattern KEY = Pattern.compile("[\"']?[\\w./-]+[\"']?:(?:\\s|$)");

    private Undecided() {}

    /** Whether a line without its margin has the form of an entry. */
    static boolean key(String rest) {
        return KEY.matcher(rest).lookingAt();
    }

    static void find(Source source, Consumer<Integer> open) {
        Matcher data = DATA.matcher(source.text());
        int from = 0;
        while (from <= source.text().length() && data.find(from)) {
            if (undecided(source, data.start(), data.group(1).length())) {
                open.accept(data.start());
                return;
            }
            from = data.end() + 1;
        }
    }

    private static boolean undecided(Source source, int start, int margin) {
        return !told(source, start, margin, false) && told(source, start, margin, true);
    }

    /**
     * Goes up or down through the lines of the map.
     *
     * @return going up, whether they say a kind; going down, whether they reach the end of the text
     *     without one
     */
    private static boolean told(Source source, int start, int margin, boolean down) {
        String text = source.text();
        int line = start;
        while (down ? line < text.length() : line > 0) {
            line = down ? source.below(line) : source.lineStart(line - 1);
            String written = text.substring(line, source.lineEnd(line));
            int column = Blocks.indent(text, line);
            boolean running = source.lineEnd(line) >= text.length();
            if (!written.isBlank() && column <= margin && !running) {
                String rest = written.strip();
                if (rest.startsWith("kind:") || rest.startsWith("- kind:")) {
                    return !down;
                }
                if (column < margin
                        || rest.startsWith("-")
                        || !key(rest) && !rest.startsWith("#")) {
                    return false;
                }
            }
        }
        return down;
    }
}
