package io.opslore.guard.masking;

import java.util.List;

/** How much of a line that is still being written can be shown. */
final class Running {

    /** So long may what announces a secret stand before it. */
    private static final int NEAR = 2000;

    private Running() {}

    /** Up to the line that is not complete. */
    static int line(String soFar) {
        return soFar.lastIndexOf('\n') + 1;
    }

    /** Up to the word that is not complete, where nothing near announces a secret. */
    static int settled(String soFar, List<Keywords> announcing) {
        int line = line(soFar);
        int from = Math.max(0, line - NEAR);
        String near = soFar.substring(from);
        int[] first = {soFar.length()};
        for (Keywords words : announcing) {
            words.scan(near, (word, start, end) -> first[0] = Math.min(first[0], from + start));
        }
        if (first[0] < line) {
            return line;
        }
        int word = first[0];
        while (word > line && !Character.isWhitespace(soFar.charAt(word - 1))) {
            word--;
        }
        return word;
    }
}
