package io.opslore.guard.masking;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/** Reads values that stand on the lines below their name, indented more (YAML). */
final class Blocks {

    private static final int MOST = 500;
    private static final Pattern SIGN = Pattern.compile("[|>][+-]?[0-9]?[+-]?\\s*(?:#.*)?");

    private Blocks() {}

    /** Whether what stands here only announces it. */
    static boolean opens(Source source, int at) {
        char sign = at < source.text().length() ? source.text().charAt(at) : ' ';
        return (sign == '|' || sign == '>')
                && SIGN.matcher(source.text().substring(at, source.lineEnd(at, 80))).matches();
    }

    static boolean announces(String value) {
        return SIGN.matcher(value.strip()).matches();
    }

    /** What each of those lines holds. */
    static List<Value> lines(Source source, int at) {
        String text = source.text();
        int indent = indent(text, source.lineStart(at));
        List<Value> lines = new ArrayList<>();
        int line = text.indexOf('\n', at) + 1;
        while (line > 0 && line < text.length() && lines.size() < MOST) {
            int end = source.lineEnd(line);
            int from = line + indent(text, line);
            if (from < end) {
                if (from - line <= indent) {
                    break;
                }
                lines.add(new Value(from, end, Value.Form.LINE));
            }
            line = text.indexOf('\n', end) + 1;
        }
        return lines;
    }

    static int indent(String text, int lineStart) {
        int at = lineStart;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at - lineStart;
    }
}
