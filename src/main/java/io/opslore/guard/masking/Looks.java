package io.opslore.guard.masking;

import java.util.HashMap;
import java.util.Map;

/** How a piece of text looks by its letters alone. */
final class Looks {

    private static final int SHORT = 12;
    private static final int LONG = 20;

    private Looks() {}

    /** Shannon's, in bits a character. */
    static double entropy(String text) {
        Map<Character, Integer> counts = new HashMap<>();
        for (char letter : text.toCharArray()) {
            counts.merge(letter, 1, Integer::sum);
        }
        double sum = 0;
        for (int count : counts.values()) {
            double share = (double) count / text.length();
            sum -= share * Math.log(share);
        }
        return sum / Math.log(2);
    }

    /** As a machine makes it: no words, no version, no name. */
    static boolean random(String text, int least) {
        if (text.length() < least || !mixed(text) || wordy(text)) {
            return false;
        }
        double entropy = entropy(text);
        return text.length() >= LONG
                ? entropy >= 3.0
                : entropy >= (text.length() < SHORT ? 2.2 : 2.6);
    }

    /** Letters, and among them something else than letters. */
    static boolean mixed(String text) {
        boolean letter = text.codePoints().anyMatch(Character::isLetter);
        boolean digit = text.codePoints().anyMatch(Character::isDigit);
        boolean both = cased(text) > 2 && text.length() >= LONG;
        return letter && (digit || both || special(text));
    }

    /** Has what stands in passwords and hardly ever inside a word. */
    static boolean special(String text) {
        for (int at = 0; at < text.length(); at++) {
            if ("!@#$%^&*?~+=".indexOf(text.charAt(at)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** How often small and capital letters change within the text. */
    static int cased(String text) {
        int changes = 0;
        for (int at = 1; at < text.length(); at++) {
            char one = text.charAt(at - 1);
            char two = text.charAt(at);
            if (Character.isLowerCase(one) && Character.isUpperCase(two)
                    || Character.isUpperCase(one)
                            && at + 1 < text.length()
                            && Character.isUpperCase(two)
                            && Character.isLowerCase(text.charAt(at + 1))) {
                changes++;
            }
        }
        return changes;
    }

    /** A name made of words and small numbers: {@code orders-db-v2}, {@code io.opslore.Portal}. */
    static boolean wordy(String text) {
        int words = 0;
        for (String part : text.split("[-_./: ]+")) {
            if (part.isEmpty() || Re.is(part, "v?[0-9]{1,4}")) {
                continue;
            }
            if (!Re.is(
                    part,
                    "[A-Z]?[a-z]{2,14}[0-9]{0,2}|[A-Z]{2,14}[0-9]{0,2}|(?:[A-Z]?[a-z]{2,12}){1,4}")) {
                return false;
            }
            words++;
        }
        return words > 0 && Re.is(text, "[\\p{L}0-9-_./: ]+");
    }
}
