package io.opslore.ingest.extract;

import java.util.Arrays;

/** From a place in a text to its line. */
final class LineIndex {

    private final int[] starts;

    LineIndex(String text) {
        int[] found = new int[(int) text.chars().filter(c -> c == '\n').count() + 1];
        int line = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            found[line++] = i + 1;
        }
        starts = found;
    }

    /** Counted from 1; a line's end belongs to the line. */
    int lineAt(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
