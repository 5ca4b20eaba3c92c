package io.opslore.guard.masking;

import java.util.Map;

/** Finds long runs of letters and digits, as only machines write them. */
final class Runs {

    /** Stands in the rules before the beginning of a run. */
    static final String SIGN = "~";

    private static final int LEAST = 20;

    private Runs() {}

    /** Tells of each run that begins with one of the words, in their own case. */
    static void scan(String text, Map<String, Integer> words, Keywords.Hit hit) {
        each(
                text,
                (start, end) ->
                        words.forEach((word, number) -> {
                            if (text.startsWith(word, start)) {
                                hit.at(number, start, end);
                            }
                        }));
    }

    private interface Run {
        void at(int start, int end);
    }

    private static void each(String text, Run run) {
        int start = 0;
        int kinds = 0;
        for (int at = 0; at <= text.length(); at++) {
            int kind = at < text.length() ? kind(text.charAt(at)) : 0;
            if (kind == 0) {
                if (kinds == 3 && at - start >= LEAST) {
                    run.at(start, at);
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
