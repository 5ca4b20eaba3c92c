package io.opslore.guard.masking;

import java.util.Arrays;
import java.util.Locale;

/** A text with its lines, and what its file's name tells. Not thread-safe. */
final class Source {

    private final String text;
    private final String fileName;
    private int[] lines = new int[0];

    Source(String text, String fileName) {
        this.text = text;
        this.fileName = fileName.substring(fileName.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    String text() {
        return text;
    }

    /** Without folders, in lower case. */
    String fileName() {
        return fileName;
    }

    /** Of the line that the position is on, from 1. */
    int lineNumber(int position) {
        if (lines.length == 0) {
            lines = lines(text);
        }
        int found = Arrays.binarySearch(lines, position);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Where the next line begins, or the text ends. */
    int below(int position) {
        int next = text.indexOf('\n', position);
        return next < 0 ? text.length() : next + 1;
    }

    int lineStart(int position) {
        return text.lastIndexOf('\n', position - 1) + 1;
    }

    /** Without the line break. */
    int lineEnd(int position) {
        int end = text.indexOf('\n', position);
        end = end < 0 ? text.length() : end;
        return end > position && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /** Of the position's line, but no further off than so many characters. */
    int lineStart(int position, int most) {
        int least = Math.max(0, position - most);
        int at = position;
        while (at > least && text.charAt(at - 1) != '\n') {
            at--;
        }
        return at;
    }

    /** Of the position's line, but no further off than so many characters. */
    int lineEnd(int position, int most) {
        int last = Math.min(text.length(), position + most);
        int at = position;
        while (at < last && text.charAt(at) != '\n') {
            at++;
        }
        return at;
    }

    private static int[] lines(String text) {
        int[] starts = new int[64];
        int count = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = at + 1;
        }
        return Arrays.copyOf(starts, count);
    }
}
