package io.opslore.retrieval.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Tokens of a model whose tokenizer is not at hand, as short as they get in usual text: four Latin
 * letters, three of other scripts, two digits, every other sign alone.
 */
public final class RoughTokens {

    private static final int LATIN = 4;
    private static final int OTHER_LETTERS = 3;
    private static final int DIGITS = 2;
    private static final int LATIN_ENDS = 0x250;

    private RoughTokens() {}

    /** Where they stand. */
    public static TokenSpans spans(String text) {
        List<int[]> spans = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int most = longest(text.charAt(at));
            int end = at + 1;
            while (end - at < most && end < text.length() && longest(text.charAt(end)) == most) {
                end++;
            }
            if (!Character.isWhitespace(text.charAt(at))) {
                spans.add(new int[] {at, end});
            }
            at = end;
        }
        return new TokenSpans(
                spans.stream().mapToInt(span -> span[0]).toArray(),
                spans.stream().mapToInt(span -> span[1]).toArray());
    }

    private static int longest(char c) {
        if (Character.isDigit(c)) {
            return DIGITS;
        }
        // A letter beyond the basic plane is never cut in two.
        if (!Character.isLetter(c) && !Character.isSurrogate(c)) {
            return 1;
        }
        return c < LATIN_ENDS ? LATIN : OTHER_LETTERS;
    }
}
