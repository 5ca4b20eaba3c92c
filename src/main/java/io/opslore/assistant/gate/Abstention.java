package io.opslore.assistant.gate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows the word by which a model says that the passages do not hold the answer. */
final class Abstention {

    private static final String WORD = "NO_ANSWER";
    private static final Pattern SAID = Pattern.compile("(?i:no\\\\?_answer)|\\bNO ANSWER\\b");
    private static final Pattern NOISE = Pattern.compile("[\\s*_`\"'«».:\\[\\]()-]*\\z");

    private Abstention() {}

    /** Whether it is said before anything that is cited. */
    static boolean isSaid(String text, int given) {
        Matcher said = SAID.matcher(text);
        if (!said.find()) {
            return false;
        }
        var before = new Markers(given);
        before.rewritten(text.substring(0, said.start()));
        return before.order().isEmpty();
    }

    /** The text without the word, for where it is said after all. */
    static String removed(String text) {
        return SAID.matcher(text).replaceAll("");
    }

    /** A growing text without an end that may yet become the word. */
    static String settled(String text) {
        if (NOISE.matcher(text).lookingAt()) {
            return "";
        }
        for (int length = Math.min(WORD.length() - 1, text.length()); length > 0; length--) {
            int at = text.length() - length;
            boolean atWord = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            if (atWord && WORD.regionMatches(true, 0, text, at, length)) {
                return withoutNoise(text.substring(0, at));
            }
        }
        return text;
    }

    /** What may stand around the word, such as an opening quote or emphasis. */
    private static String withoutNoise(String text) {
        Matcher noise = NOISE.matcher(text);
        return noise.find() ? text.substring(0, noise.start()) : text;
    }
}
