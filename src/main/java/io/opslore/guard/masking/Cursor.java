package io.opslore.guard.masking;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/** Reads on in a text from a place. Not thread-safe. */
final class Cursor {

    private final String text;
    private int at;

    Cursor(String text, int at) {
        this.text = text;
        this.at = at;
    }

    int at() {
        return at;
    }

    void moveTo(int position) {
        at = position;
    }

    /** The character that comes next; a line break at the end. */
    char next() {
        return at < text.length() ? text.charAt(at) : '\n';
    }

    /** The character before a position; a line break at the beginning. */
    char before(int position) {
        return position > 0 ? text.charAt(position - 1) : '\n';
    }

    boolean atLineEnd() {
        return next() == '\n' || next() == '\r';
    }

    boolean take(String expected) {
        if (text.startsWith(expected, at)) {
            at += expected.length();
            return true;
        }
        return false;
    }

    /** Spaces and tabs; says whether there were any. */
    boolean skipBlanks() {
        int from = at;
        while (next() == ' ' || next() == '\t' || next() == '\u00a0') {
            at++;
        }
        return at > from;
    }

    /** Blanks and at most one line break. */
    void skipToNextLine() {
        skipBlanks();
        take("\r");
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        skipBlanks();
    }

    /** Goes behind what matches here, looking no further than so many characters. */
    boolean take(Pattern pattern, int most) {
        Matcher matcher = pattern.matcher(text.substring(at, Math.min(text.length(), at + most)));
        if (matcher.lookingAt()) {
            at += matcher.end();
            return true;
        }
        return false;
    }
}
