package io.opslore.retrieval.text;

/**
 * How many tokens a text takes up in the context of a usual chat model, estimated: which model will
 * read it is not known when it is cut. Latin words cost a token per six letters, Cyrillic ones per
 * four, numbers per three digits, and every sign one.
 */
final class TextSize {

    private static final int LATIN = 6;
    private static final int OTHER_LETTERS = 4;
    private static final int DIGITS = 3;

    private TextSize() {}

    static int of(String text) {
        int size = 0;
        int at = 0;
        while (at < text.length()) {
            char first = text.charAt(at);
            if (Character.isWhitespace(first)) {
                at++;
                continue;
            }
            int charsPerToken = charsPerToken(first);
            int end = at + 1;
            while (charsPerToken > 1
                    && end < text.length()
                    && charsPerToken(text.charAt(end)) == charsPerToken) {
                end++;
            }
            size += (end - at + charsPerToken - 1) / charsPerToken;
            at = end;
        }
        return size;
    }

    private static int charsPerToken(char c) {
        if (Character.isDigit(c)) {
            return DIGITS;
        }
        if (!Character.isLetter(c)) {
            return 1;
        }
        return c < 0x250 ? LATIN : OTHER_LETTERS;
    }
}
