package io.opslore.guard.masking;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds private keys of many lines. Every line of the key's body is found for itself, so that the
 * lines stay where they are; first and last line stay readable. Thread-safe.
 */
final class PrivateKeys {

    /** What stands where one begins. */
    static final Keywords ANNOUNCING =
            new Keywords(List.of("-----begin", "---- begin", "putty-user", "openvpn"));

    private static final String KIND = "private-key";
    private static final Pattern BEGIN =
            Pattern.compile(
                    "-{4,5} ?BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)? ?-{4,5}|PuTTY-User-Key-File-\\d:|OpenVPN Static key V1-----|-----BEGIN OpenVPN Static key V1-----");
    private static final Pattern END = Pattern.compile("-{4,5} ?END |Private-MAC:");
    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9+/=]{4,}");
    private static final Pattern NOISE = Pattern.compile("\\\\+[nrt]|[^A-Za-z0-9/=]");

    private static final int LONG = 16;
    private static final int OTHER_LINES = 3;
    private static final int MOST_LINES = 600;

    /**
     * @param open told where a key begins that the text does not end
     */
    void find(Source source, Consumer<Finding> found, Consumer<Integer> open) {
        String text = source.text();
        for (int at = next(text, 0); at >= 0; ) {
            Matcher begin = BEGIN.matcher(text.substring(at, Math.min(text.length(), at + 100)));
            if (begin.lookingAt()) {
                at = block(source, at, at + begin.end(), found, open);
            } else {
                at++;
            }
            at = next(text, at);
        }
    }

    private static int next(String text, int from) {
        int dashes = text.indexOf("---", from);
        int putty = text.indexOf("PuTTY-User-Key-File", from);
        if (dashes >= 0 && text.startsWith("----- BEGIN", dashes)) {
            return dashes;
        }
        int begin = text.indexOf("BEGIN ", from);
        int dash = begin < 0 ? -1 : begin;
        while (dash > from
                && (text.charAt(dash - 1) == '-' || text.charAt(dash - 1) == ' ')
                && begin - dash < 6) {
            dash--;
        }
        return putty >= 0 && (dash < 0 || putty < dash) ? putty : dash;
    }

    /** Where to go on after the key. */
    private static int block(
            Source source, int start, int from, Consumer<Finding> found, Consumer<Integer> open) {
        String text = source.text();
        int line = from;
        int others = 0;
        List<int[]> runs = new ArrayList<>();
        for (int lines = 0; lines < MOST_LINES && others < OTHER_LINES; lines++) {
            int lineEnd = source.lineEnd(line);
            String written = text.substring(line, lineEnd);
            Matcher end = END.matcher(written);
            boolean last = end.find();
            int bodyEnd = last ? line + end.start() : lineEnd;
            others = body(text, line, bodyEnd, lines == 0, runs) ? 0 : others + 1;
            if (last) {
                tell(source, runs, found);
                return line + end.end();
            }
            int next = text.indexOf('\n', lineEnd) + 1;
            if (next == 0 || next >= text.length()) {
                open.accept(start);
                line = text.length();
                break;
            }
            line = next;
        }
        tell(source, runs, found);
        return line;
    }

    /** Adds what the line holds of the key; says whether it may belong to one. */
    private static boolean body(String text, int from, int to, boolean first, List<int[]> runs) {
        String written = text.substring(from, to);
        if (written.isBlank()
                || written.contains("«secret:")
                || Re.is(written, ".*(?:[A-Z][A-Za-z-]{3,20}: .*|Proc-Type.*|DEK-Info.*)")) {
            return !written.isBlank() || first;
        }
        if (first || written.contains("\\n") && written.length() > 100) {
            return oneLine(from, written, runs);
        }
        int[] best = {0, 0};
        Matcher run = RUN.matcher(written);
        while (run.find()) {
            if (run.end() - run.start() >= best[1] - best[0]) {
                best = new int[] {run.start(), run.end()};
            }
        }
        boolean any =
                best[1] - best[0] >= LONG || best[1] > 0 && !runs.isEmpty() && tail(written, best);
        if (any) {
            runs.add(new int[] {from + best[0], from + best[1]});
        }
        return any;
    }

    /** The last line of a body is short, and has nothing else on it. */
    private static boolean tail(String written, int[] run) {
        String rest = written.substring(run[1]);
        return Re.is(rest, "[\\s\"'`\\\\nr+,;)]*");
    }

    /** Everything between the key's begin and its end, where both are on one line. */
    private static boolean oneLine(int from, String written, List<int[]> runs) {
        int start = 0;
        int end = written.length();
        while (start < end && !letter(written, start)) {
            start += written.startsWith("\\n", start) || written.startsWith("\\r", start) ? 2 : 1;
        }
        while (end > start && !letter(written, end - 1)
                || end - 2 > start && written.charAt(end - 2) == '\\') {
            end -= end - 2 > start && written.charAt(end - 2) == '\\' ? 2 : 1;
        }
        if (end - start >= LONG) {
            runs.add(new int[] {from + start, from + end});
        }
        return true;
    }

    private static boolean letter(String text, int at) {
        return Character.isLetterOrDigit(text.charAt(at)) || "+/=".indexOf(text.charAt(at)) >= 0;
    }

    private static void tell(Source source, List<int[]> runs, Consumer<Finding> found) {
        StringBuilder whole = new StringBuilder();
        runs.forEach(run -> whole.append(source.text(), run[0], run[1]).append('\n'));
        String secret = NOISE.matcher(whole).replaceAll("");
        runs.forEach(run -> found.accept(new Finding(run[0], run[1], KIND, "", KIND, secret)));
    }
}
