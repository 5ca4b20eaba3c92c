package io.opslore.guard.masking;

import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/** What joins a name with its value, and so tells how the value is written. */
enum Joint {
    /** {@code :}, {@code =}, {@code =>}, a comparison. */
    ASSIGNED,
    /** The text of an element. */
    ELEMENT,
    /** Handed over together: {@code put("password", "…")}. */
    PASSED,
    /** An option and its value: {@code --password …}. */
    OPTION,
    /** Words of a sentence. */
    SAID;

    private static final Pattern SIGN =
            Pattern.compile("===|!==|==|!=|:=|=>|->|\\?=|\\+=|\\|\\|=|::|[:=：]|&#61;|%3[dD]|\\\\t");
    private static final Pattern TYPED =
            Pattern.compile(
                    "\\??:\\s{0,3}[&']?[A-Za-z_][A-Za-z_0-9.&<>\\[\\]?'| ]{0,40}?\\s{0,3}=\\s{0,3}(?:\"|'|`|[a-zA-Z]{1,2}\"|new)");
    private static final Pattern PAIR =
            Pattern.compile(
                    "(?:\\\\?[\"']|&quot;)?\\s{0,3},?[ \\t]*\\r?\\n?[ \\t]*(?:[-{,]\\s{0,3})?\\\\?[\"']?(?i:value|val|defaultValue|default|content|secureValue|stringValue)\\\\?[\"']?\\s{0,3}(?:=>|[:=])\\s{0,3}");
    private static final Pattern ATTRIBUTES = Pattern.compile("(?:\\s[^<>\\n]{0,120}[^=<>\\n-])?>");
    private static final Pattern SAYS =
            Pattern.compile(
                    "(?:(?:\\s{1,2}(?:for|of|in|on|to|для|от|к|на))?(?:\\s{1,2}[\\p{L}\\w@.'-]{1,40}){1,2})?"
                            + "(?:\\s{1,3}(?i:is|was|are|will be|shall be|should be|set to|changed to|это|теперь|стал)\\s{1,2}(?:now\\s{1,2}|set to\\s{1,2})?"
                            + "|\\s{0,3}[—–:=]\\s{0,2}|\\s-\\s)");
    private static final Pattern COMMAND =
            Pattern.compile(
                    "(?i)(?:#\\s{0,3}define|%define|%global|set|env|arg|setx|export|param|-D|requirepass|masterauth)\\s{0,5}[\"']?[\\w.-]{0,40}$");

    /** Moves behind the joint after the name; null where none is there. */
    static @Nullable Joint after(Cursor cursor, String text, int start) {
        int end = cursor.at();
        if (cursor.before(start) == '<' || quoted(text, start, end)) {
            if (paired(cursor, text)) {
                return ASSIGNED;
            }
            cursor.moveTo(end);
            boolean closed = cursor.take("\"") || cursor.take("'");
            if ((closed || cursor.before(start) == '<' || cursor.before(start) == ':')
                    && cursor.take(ATTRIBUTES, 140)) {
                return ELEMENT;
            }
            cursor.moveTo(end);
        } else if (paired(cursor, text)) {
            return ASSIGNED;
        }
        return closed(cursor, text, start);
    }

    /** The name is itself a value, and what belongs to it comes as the next one. */
    private static boolean paired(Cursor cursor, String text) {
        int at = Lines.skipAll(text, cursor.at(), " \t\r\n\"'\\,;-{&quot");
        boolean maybe =
                at > cursor.at() && at < text.length() && "vVdDcCsS".indexOf(text.charAt(at)) >= 0;
        return maybe && cursor.take(PAIR, 120);
    }

    private static @Nullable Joint closed(Cursor cursor, String text, int start) {
        int end = cursor.at();
        if (cursor.take("(") || cursor.take(".equals(") || cursor.take(".equalsIgnoreCase(")) {
            return PASSED;
        }
        closers(cursor);
        boolean quoted = cursor.at() > end;
        int here = cursor.at();
        boolean blanks = cursor.skipBlanks();
        boolean typed = cursor.next() == ':' || cursor.next() == '?';
        if (typed && cursor.take(TYPED, 80)) {
            cursor.moveTo(text.lastIndexOf('=', cursor.at()) + 1);
            return ASSIGNED;
        }
        if (cursor.take(SIGN, 8)) {
            return ASSIGNED;
        }
        if (quoted && cursor.next() == ',' && passed(text, start)) {
            cursor.take(",");
            return PASSED;
        }
        if (!blanks && cursor.next() != '(') {
            return null;
        }
        return worded(cursor, text, start, here);
    }

    private static @Nullable Joint worded(Cursor cursor, String text, int start, int end) {
        if (option(text, start) || command(text, start)) {
            return OPTION;
        }
        cursor.moveTo(end);
        if (!cursor.take(SAYS, 120)) {
            cursor.skipBlanks();
        }
        return SAID;
    }

    private static void closers(Cursor cursor) {
        for (int some = 0; some < 4; some++) {
            boolean any =
                    cursor.take("&quot;")
                            || cursor.take("\\\"")
                            || cursor.take("\\'")
                            || cursor.take("\"")
                            || cursor.take("'")
                            || cursor.take("`")
                            || cursor.take("]")
                            || cursor.take(")")
                            || cursor.take("\\")
                            || cursor.take("**");
            if (!any) {
                return;
            }
        }
    }

    private static boolean quoted(String text, int start, int end) {
        char before = start > 0 ? text.charAt(start - 1) : ' ';
        char after = end < text.length() ? text.charAt(end) : ' ';
        return (before == '"' || before == '\'' || before == '=')
                && (after == '"' || after == '\'');
    }

    /** The first thing between a parenthesis and a comma. */
    private static boolean passed(String text, int start) {
        int at = start - 1;
        while (at > 0 && "\"'` \\".indexOf(text.charAt(at)) >= 0) {
            at--;
        }
        return at >= 0 && text.charAt(at) == '(';
    }

    private static boolean option(String text, int start) {
        return start < text.length()
                && (text.charAt(start) == '-' || start > 0 && text.charAt(start - 1) == '-');
    }

    private static boolean command(String text, int start) {
        int from = Math.max(0, start - 60);
        return COMMAND.matcher(text.substring(from, start)).find();
    }
}
