package io.opslore.assistant;

import java.util.Arrays;

/**
 * A text's letters and digits in lower case, and where each of them stands in it.
 *
 * @param text the letters alone
 * @param places by letter, the place in the whole text
 */
record Letters(String text, int[] places) {

    static Letters of(String whole) {
        var letters = new StringBuilder();
        int[] places = new int[whole.length()];
        for (int at = 0; at < whole.length(); at++) {
            char one = whole.charAt(at);
            if (Character.isLetterOrDigit(one)) {
                places[letters.length()] = at;
                letters.append(Character.toLowerCase(one));
            }
        }
        return new Letters(letters.toString(), Arrays.copyOf(places, letters.length()));
    }

    int length() {
        return text.length();
    }

    /** Where a letter stands in the whole text. */
    int at(int letter) {
        return places[letter];
    }
}
