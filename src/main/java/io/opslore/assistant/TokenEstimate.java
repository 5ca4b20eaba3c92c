package io.opslore.assistant;

/**
 * How many tokens a text will be to some model, rather too many than too few: each model counts its
 * own way, and a prompt that is too long loses its beginning unnoticed.
 */
final class TokenEstimate {

    private static final int LETTERS_PER_TOKEN = 4;
    private static final int OTHER_LETTERS_PER_TOKEN = 2;

    private TokenEstimate() {}

    static int of(String text) {
        int tokens = 0;
        int at = 0;
        while (at < text.length()) {
            int end = endOfRun(text, at);
            tokens += tokens(text.charAt(at), end - at);
            at = end;
        }
        return tokens;
    }

    private static int tokens(char first, int length) {
        if (Character.isLetter(first)) {
            return ceil(length, isAscii(first) ? LETTERS_PER_TOKEN : OTHER_LETTERS_PER_TOKEN);
        }
        // A single blank belongs to the word behind it; an indentation is a token of its own.
        return first == ' ' ? (length > 1 ? 1 : 0) : length;
    }

    private static int endOfRun(String text, int from) {
        char first = text.charAt(from);
        int end = from + 1;
        while (end < text.length() && isAlike(first, text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isAlike(char one, char other) {
        return Character.isLetter(one)
                ? Character.isLetter(other) && isAscii(one) == isAscii(other)
                : one == ' ' && other == ' ';
    }

    private static boolean isAscii(char letter) {
        return letter < 128;
    }

    private static int ceil(int length, int share) {
        return (length + share - 1) / share;
    }
}
