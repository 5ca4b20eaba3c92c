package io.opslore.guard.masking;

/** Finds long runs of letters and digits, as only machines write them. */
final class Runs {

    /** Stands in the rules for a run. */
    static final String WORD = "~run";

    private static final int LEAST = 20;

    private Runs() {}

    static void scan(String text, int word, Keywords.Hit hit) {
        int start = 0;
        int kinds = 0;
        for (int at = 0; at <= text.length(); at++) {
            int kind = at < text.length() ? kind(text.charAt(at)) : 0;
            if (kind == 0) {
                if (kinds == 3 && at - start >= LEAST) {
                    hit.at(word, start, at);
                }
                start = at + 1;
                kinds = 0;
            } else {
                kinds |= kind & 3;
            }
        }
    }

    /** 1 for a letter, 2 for a digit, 4 for what may stand between them, 0 for what ends a run. */
    private static int kind(char letter) {
        if (letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z') {
            return 1;
        }
        if (letter >= '0' && letter <= '9') {
            return 2;
        }
        return letter == '_' || letter == '-' || letter == '+' || letter == '/' || letter == '|'
                ? 4
                : 0;
    }
}
