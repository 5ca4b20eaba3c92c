package io.opslore.guard.masking;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/** Reads what follows a name and its joint. Not thread-safe. */
final class Values {

    private static final int MOST = 4096;

    private static final Pattern PREFIX = Pattern.compile("(?:[bBrRuUfFL@$]{1,2})(?:\"|'|&quot;)");
    private static final Pattern WRAPPER =
            Pattern.compile(
                    "(?:new\\s+)?(?:[A-Za-z_][\\w.]{0,40}\\.)?(?:String|bytes|bytearray|str|SecureString|Buffer\\.from|from|decode|b64decode|fromString|of|valueOf|Secret|secret|unwrap|quote|toCharArray|b64encode|encode|Some|Just|strdup|atob)\\s?\\(\\s{0,3}");
    private static final Pattern LOOKUP =
            Pattern.compile(
                    "(?:[A-Za-z_][\\w.]{0,40}[.:]{1,2})?(?:getenv|environ\\.get|env|get|getProperty|getOrDefault|getEnv|fetch|config|GetEnvironmentVariable|lookup|param)\\s?\\([^\\n,()]{1,80}(?:\\n\\s{0,20})?,[^\\n\"')]{0,20}(?:\\n\\s{0,20})?[bru]?(?:\\\\?[\"']|&quot;)");
    private static final Pattern OR_ELSE =
            Pattern.compile(
                    "[\\w.]{0,40}(?:environ\\.get|getenv|env|get)\\([^\\n()]{1,80}\\)\\s{0,3}(?:or|\\|\\||\\?\\?|\\?:)\\s{0,3}[\"']");
    private static final Pattern BYTES =
            Pattern.compile(
                    "(?:new\\s+)?(?:[A-Za-z]*\\s?\\[\\]\\s?[A-Za-z0-9]{0,6}\\s?|bytes\\(|bytearray\\(|\\[\\]byte)?\\s{0,3}[{\\[(]{1,2}\\s{0,9}(?:(?:0x[0-9a-fA-F]{1,2}|[0-9]{1,3})\\s{0,9}[,;\\\\]?\\s{0,40}){5,}");

    private final Source source;
    private final String text;
    private final Cursor cursor;
    private boolean open;

    Values(Source source, Cursor cursor) {
        this.source = source;
        this.text = source.text();
        this.cursor = cursor;
    }

    /** All that may be the value here. */
    List<Value> read(Joint joint, int nameStart) {
        if (joint == Joint.ELEMENT) {
            return element();
        }
        cursor.skipBlanks();
        if (joint != Joint.SAID && joint != Joint.OPTION && continues()) {
            cursor.moveTo(continued());
        }
        if (joint == Joint.ASSIGNED && Blocks.opens(source, cursor.at())) {
            return Blocks.lines(source, cursor.at());
        }
        List<Value> special =
                joint == Joint.ASSIGNED || joint == Joint.PASSED ? special() : List.of();
        return special.isEmpty() ? simple(joint, nameStart) : special;
    }

    /** Whether more text could change what was read. */
    boolean open() {
        return open;
    }

    private List<Value> simple(Joint joint, int nameStart) {
        Value literal = Literals.read(text, cursor.at());
        open |= literal == null && Literals.unclosed(text, cursor.at());
        if (literal != null) {
            Value.Form form =
                    joint == Joint.PASSED && passedAlong()
                            ? Value.Form.ARGUMENT
                            : Value.Form.QUOTED;
            return Literals.joined(text, new Value(literal.start(), literal.end(), form));
        }
        Value.Form form =
                switch (joint) {
                    case ASSIGNED ->
                            Lines.begins(source, nameStart) ? Value.Form.LINE : Value.Form.WORD;
                    case OPTION -> Value.Form.WORD;
                    case SAID, PASSED -> Value.Form.SENTENCE;
                    case ELEMENT -> Value.Form.QUOTED;
                };
        return Lines.bare(source, cursor.at(), form, nameStart);
    }

    /** The name was the first of several things that are passed. */
    private boolean passedAlong() {
        int before = cursor.at() - 1;
        while (before > 0 && text.charAt(before) == ' ') {
            before--;
        }
        return text.charAt(before) == ',';
    }

    private List<Value> element() {
        int end = text.indexOf('<', cursor.at());
        open |= end < 0 && text.length() - cursor.at() < MOST;
        boolean near = end > cursor.at() && end - cursor.at() < MOST;
        return near ? List.of(trimmed(cursor.at(), end)) : List.of();
    }

    private Value trimmed(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (text.startsWith("<![CDATA[", start)) {
            start += 9;
        }
        return new Value(start, end, Value.Form.QUOTED);
    }

    private List<Value> special() {
        if (!bracketed()) {
            prefixed();
            return List.of();
        }
        Matcher bytes = matcher(BYTES);
        if (bytes.lookingAt()) {
            int start = cursor.at() + opening(bytes.group());
            open |= cursor.at() + bytes.end() >= text.length();
            return List.of(trimmedBlock(start, cursor.at() + bytes.end()));
        }
        for (Pattern pattern : List.of(LOOKUP, OR_ELSE)) {
            Matcher lookup = matcher(pattern);
            if (lookup.lookingAt()) {
                int quote = quoteBefore(cursor.at() + lookup.end());
                Value literal = Literals.read(text, quote);
                return literal == null ? List.of() : List.of(literal);
            }
        }
        if (cursor.next() == '[' || cursor.next() == '(') {
            return list();
        }
        cursor.take(WRAPPER, 80);
        prefixed();
        return List.of();
    }

    /** Whether a bracket opens before anything is quoted. */
    private boolean bracketed() {
        int last = Math.min(text.length(), cursor.at() + 90);
        for (int at = cursor.at(); at < last; at++) {
            char now = text.charAt(at);
            if (now == '(' || now == '[' || now == '{') {
                return true;
            }
            if (now == '"' || now == '\'' || now == '\n' || now == ',' || now == ';') {
                return false;
            }
        }
        return false;
    }

    private void prefixed() {
        cursor.moveTo(cursor.at() + Literals.prefix(text, cursor.at()));
    }

    private static int opening(String bytes) {
        int at = 0;
        while (!Character.isDigit(bytes.charAt(at))
                || at > 0 && Character.isLetter(bytes.charAt(at - 1))) {
            at++;
        }
        return at;
    }

    private Value trimmedBlock(int start, int end) {
        Value value = trimmed(start, end);
        return new Value(value.start(), value.end(), Value.Form.BLOCK);
    }

    private int quoteBefore(int end) {
        if (text.startsWith("&quot;", end - 6)) {
            return end - 6;
        }
        return text.charAt(end - 2) == '\\' ? end - 2 : end - 1;
    }

    /** Literals in brackets, also on the lines below. */
    private List<Value> list() {
        List<Value> values = new ArrayList<>();
        int at = Lines.skipAll(text, cursor.at() + 1);
        for (int some = 0; some < 50; some++) {
            at = at + Literals.prefix(text, at);
            Value literal = Literals.read(text, at);
            if (literal == null) {
                return values;
            }
            values.add(literal);
            at = Lines.skipAll(text, Literals.behind(text, literal));
        }
        return values;
    }

    private Matcher matcher(Pattern pattern) {
        return pattern.matcher(
                text.substring(cursor.at(), Math.min(text.length(), cursor.at() + MOST)));
    }

    /** Whether the value stands on the next line. */
    private boolean continues() {
        return cursor.atLineEnd() || cursor.next() == '\\' && Lines.endsAfter(text, cursor.at());
    }

    /** The place of a literal on the next line; where none is, here. */
    private int continued() {
        int at = Lines.skipAll(text, cursor.at() + (cursor.next() == '\\' ? 1 : 0));
        int literal = at + Literals.prefix(text, at);
        return Literals.read(text, literal) == null ? cursor.at() : at;
    }
}
