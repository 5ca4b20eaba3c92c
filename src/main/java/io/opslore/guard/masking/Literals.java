package io.opslore.guard.masking;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads strings in quotes, of whatever sort. */
final class Literals {

    private static final int MOST = 8192;
    private static final List<String> LONG_QUOTES = List.of("\"\"\"", "'''", "```");
    private static final List<String> QUOTES =
            List.of(
                    "&quot;",
                    "&#34;",
                    "&apos;",
                    "\\\\\\\"",
                    "\\\"",
                    "\\'",
                    "\"",
                    "'",
                    "`",
                    "“",
                    "«");

    private Literals() {}

    /** The one that begins exactly here. */
    static @Nullable Value read(String text, int at) {
        for (String quote : LONG_QUOTES) {
            if (text.startsWith(quote, at)) {
                return closed(text, at + 3, quote, text.length());
            }
        }
        for (String quote : QUOTES) {
            if (text.startsWith(quote, at)) {
                int from = at + quote.length();
                int line = newLine(text, from);
                boolean many = quote.equals("`");
                int end = line < 0 || many ? text.length() : broken(text, line);
                return closed(text, from, closing(quote), end);
            }
        }
        return null;
    }

    /** Whether one begins here that may go over many lines, and the text ends before it does. */
    static boolean unclosed(String text, int at) {
        boolean many =
                text.startsWith("`", at)
                        || LONG_QUOTES.stream().anyMatch(quote -> text.startsWith(quote, at));
        int line = newLine(text, at);
        boolean broken = line > at && text.charAt(line - 1) == '\\';
        return (many || broken) && text.length() - at < MOST;
    }

    /** With those that are put together with it: {@code "…" + "…"}, also on the next lines. */
    static List<Value> joined(String text, Value first) {
        List<Value> all = new ArrayList<>(List.of(first));
        Value last = first;
        while (all.size() < 200) {
            int at = behind(text, last);
            int next = Lines.skipAll(text, at, " \t\r\n+.&\\");
            Value literal = next == at ? null : read(text, next + prefix(text, next));
            if (literal == null || !glued(text, at, next) || named(text, literal)) {
                return all;
            }
            last = new Value(literal.start(), literal.end(), first.form());
            all.add(last);
        }
        return all;
    }

    /** How many letters stand before a quote here that belong to it. */
    static int prefix(String text, int at) {
        int letters = 0;
        while (letters < 3
                && at + letters < text.length()
                && "bBrRuUfFNL@$".indexOf(text.charAt(at + letters)) >= 0) {
            letters++;
        }
        boolean quote =
                at + letters < text.length() && "\"'".indexOf(text.charAt(at + letters)) >= 0;
        return quote ? letters : 0;
    }

    /** The place after the literal's closing quote. */
    static int behind(String text, Value literal) {
        for (String quote : LONG_QUOTES) {
            if (text.startsWith(quote, literal.end())) {
                return literal.end() + 3;
            }
        }
        for (String quote : QUOTES) {
            if (text.startsWith(closing(quote), literal.end())) {
                return literal.end() + closing(quote).length();
            }
        }
        return literal.end();
    }

    /** Whether it is the name of another value. */
    private static boolean named(String text, Value literal) {
        int next = Lines.skipAll(text, behind(text, literal), " \t");
        return next < text.length() && (text.charAt(next) == ':' || text.charAt(next) == '=');
    }

    private static boolean glued(String text, int from, int to) {
        String between = text.substring(from, to);
        return between.contains("+")
                || between.contains("\\")
                || between.contains("\n") && between.isBlank();
    }

    private static int newLine(String text, int from) {
        int last = Math.min(text.length(), from + MOST);
        for (int at = from; at < last; at++) {
            if (text.charAt(at) == '\n') {
                return at;
            }
        }
        return -1;
    }

    private static String closing(String quote) {
        return quote.equals("“") ? "”" : quote.equals("«") ? "»" : quote;
    }

    /** A line that ends within the quotes goes on where a backslash says so. */
    private static int broken(String text, int line) {
        int end = line;
        while (end > 0 && end < text.length() && text.charAt(end - 1) == '\\') {
            int next = text.indexOf('\n', end + 1);
            end = next < 0 ? text.length() : next;
        }
        return end;
    }

    private static @Nullable Value closed(String text, int from, String quote, int limit) {
        int last = Math.min(limit, from + MOST);
        for (int at = from; at < last; at++) {
            if (text.startsWith(quote, at)) {
                return new Value(from, at, Value.Form.QUOTED);
            }
            if (text.charAt(at) == '\\' && quote.length() == 1) {
                at++;
            }
        }
        return null;
    }
}
