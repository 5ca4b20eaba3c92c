package io.opslore.kit;

import java.util.Arrays;

/** Finds the line of a text that an offset lies on. */
final class LineMap {

    private final int[] starts;

    LineMap(String text) {
        int[] found = new int[16];
        int count = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            if (count == found.length) {
                found = Arrays.copyOf(found, count * 2);
            }
            found[count++] = i + 1;
        }
        starts = Arrays.copyOf(found, count);
    }

    /** The line of an offset, from 1. */
    int lineOf(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The lines from an offset up to another, the latter excluded. */
    Lines lines(int start, int end) {
        return new Lines(lineOf(start), lineOf(Math.max(start, end - 1)));
    }
}
