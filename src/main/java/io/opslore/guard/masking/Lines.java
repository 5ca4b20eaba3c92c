package io.opslore.guard.masking;

import com.google.re2j.Pattern;
import java.util.List;

/** Reads values without quotes. */
final class Lines {

    private static final int MOST = 4096;
    private static final Pattern LEADING =
            Pattern.compile(
                    "[\\s>+#/*|-]*(?:(?i:export|set|setenv|env|arg|local|readonly|declare -x|\\$env:|password|пароль)\\s*)?[\"'$%]?[\\w.\\p{L} -]{0,60}$");

    private Lines() {}

    /** Whether the name begins its line, so that the value may be all the rest of it. */
    static boolean begins(Source source, int nameStart) {
        int start = source.lineStart(nameStart, 100);
        String before = source.text().substring(start, nameStart);
        return (start == 0 || source.text().charAt(start - 1) == '\n')
                && LEADING.matcher(before).matches()
                && !before.contains("--")
                && !before.endsWith(" -");
    }

    /** What stands here up to where it must end. */
    static List<Value> bare(Source source, int at, Value.Form form, int nameStart) {
        String text = source.text();
        int from =
                form == Value.Form.SENTENCE
                                && at < text.length()
                                && (text.charAt(at) == '(' || text.charAt(at) == '*')
                        ? at + 1
                        : at;
        int line = source.lineEnd(from, MOST);
        if (form == Value.Form.LINE && goesOn(text, from, line)) {
            return List.of(new Value(from, word(text, from, line, false), Value.Form.SENTENCE));
        }
        int end =
                form == Value.Form.LINE
                        ? lineValue(text, from, line)
                        : word(text, from, line, query(text, nameStart));
        end = trimmed(text, from, end);
        return end > from ? List.of(new Value(from, end, form)) : List.of();
    }

    /** Whether a sentence goes on behind the value: {@code password: Wq7c0a1b2d and no other}. */
    private static boolean goesOn(String text, int from, int line) {
        return Re.is(text.substring(from, line), "\\S{9,}\\s\\p{Ll}{2,20}[,.;:!?]?(?:\\s.*)?");
    }

    static int skipAll(String text, int from) {
        int at = skipAll(text, from, " \t\r\n,");
        boolean comment = text.startsWith("#", at) || text.startsWith("//", at);
        int end = comment ? text.indexOf('\n', at) : -1;
        return end < 0 ? at : skipAll(text, end, " \t\r\n,");
    }

    static int skipAll(String text, int from, String what) {
        int at = from;
        while (at < text.length() && at - from < 200 && what.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    /** Whether nothing but a line break comes after this character. */
    static boolean endsAfter(String text, int at) {
        int next = at + 1;
        while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\r')) {
            next++;
        }
        return next >= text.length() || text.charAt(next) == '\n';
    }

    /** Up to a comment, or to where another pair begins. */
    private static int lineValue(String text, int from, int line) {
        int end = line;
        for (int at = from; at < end; at++) {
            char now = text.charAt(at);
            boolean blankBefore = at > from && Character.isWhitespace(text.charAt(at - 1));
            if (blankBefore && (now == '#' || text.startsWith("//", at))
                    || now == '<' && at > from
                    || now == '"' && at > from
                    || text.startsWith("\\n", at)
                    || text.startsWith("\\r", at)
                    || text.startsWith("&quot;", at)
                    || text.startsWith("&lt;", at)) {
                end = at;
            }
        }
        boolean shell = text.charAt(from - 1) == '=';
        return shell || another(text, from, end) ? word(text, from, end, false) : end;
    }

    private static boolean another(String text, int from, int end) {
        String rest = text.substring(from, end);
        return Re.is(rest, "(?s).*[\\s,;/(][\\p{L}\\w. -]{1,30}[:=].*")
                || Re.is(rest, "\\S+\\s*(?:[,;(/].*|<-.*|\\s-\\s.*)");
    }

    private static int word(String text, int from, int line, boolean query) {
        int round = 0;
        for (int at = from; at < line; at++) {
            char now = text.charAt(at);
            round += now == '(' ? 1 : now == ')' ? -1 : 0;
            boolean stop =
                    Character.isWhitespace(now)
                            || "\"'`,;<>|«".indexOf(now) >= 0
                            || round < 0
                            || (now == '}' || now == ']') && at + 1 >= line
                            || now == '&'
                                    && (query
                                            || text.startsWith("&quot;", at)
                                            || text.startsWith("&lt;", at))
                            || text.startsWith("\\n", at)
                            || text.startsWith("\\\"", at);
            if (stop) {
                return at;
            }
        }
        return line;
    }

    private static int trimmed(String text, int from, int to) {
        int end = to;
        while (end > from
                && (Character.isWhitespace(text.charAt(end - 1))
                        || ",;\"'`".indexOf(text.charAt(end - 1)) >= 0)) {
            end--;
        }
        boolean sentence = end - from > 1 && text.charAt(end - 1) == '.';
        return sentence ? end - 1 : end;
    }

    private static boolean query(String text, int nameStart) {
        char before = nameStart > 0 ? text.charAt(nameStart - 1) : ' ';
        return before == '?' || before == '&' || before == ';';
    }
}
