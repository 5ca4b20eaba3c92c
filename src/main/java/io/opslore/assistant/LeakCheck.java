package io.opslore.assistant;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps an answer from repeating the rules that the model was given. Letters and digits alone are
 * compared, so that neither case nor spacing nor Markdown hides anything. What stands in the
 * question or in a passage may be quoted, whatever it resembles. Immutable.
 */
final class LeakCheck {

    /** What is shown where something was taken out. */
    static final String GAP = "[…]";

    /** So many letters in a row are no coincidence: about seven words. */
    private static final int RUN = 36;

    /** So few letters tell nothing. */
    private static final int WORD = 4;

    private final String rules;
    private final String canary;
    private final Set<String> runs = new HashSet<>();

    /**
     * @param rules must not be repeated
     * @param canary a word of the rules that stands nowhere else
     * @param quotable may be repeated
     */
    LeakCheck(String rules, String canary, List<String> quotable) {
        this.rules = Letters.of(rules).text();
        this.canary = Letters.of(canary).text();
        addRuns(this.rules, true);
        quotable.forEach(text -> addRuns(Letters.of(text).text(), false));
    }

    /**
     * What is left of a text.
     *
     * @param anyBack whether something was taken out
     */
    record Kept(String text, boolean anyBack) {}

    /**
     * A text that is still growing: its end is held back while it could become a part of the rules.
     */
    Kept growing(String text) {
        return kept(text, true);
    }

    /** A text that has ended. */
    Kept ended(String text) {
        return kept(text, false);
    }

    private Kept kept(String text, boolean grows) {
        var letters = Letters.of(text);
        int told = letters.text().indexOf(canary);
        if (told < 0) {
            return without(text, letters, grows);
        }
        // Whoever tells the word tells the rules, in whatever words: nothing behind it is shown.
        Kept before = kept(text.substring(0, letters.at(told)), true);
        return new Kept(before.text().stripTrailing() + " " + GAP, true);
    }

    private Kept without(String text, Letters letters, boolean grows) {
        var kept = new StringBuilder();
        int shown = 0;
        int known = 0;
        for (int at = 0; at + RUN <= letters.length(); at++) {
            int end = endOfRun(letters.text(), at);
            if (end > at) {
                kept.append(text, shown, letters.at(at)).append(GAP);
                shown = letters.at(end - 1) + 1;
                known = end;
                at = end - 1;
            }
        }
        int sure = grows ? Math.max(known, letters.length() - heldBack(letters.text())) : -1;
        int end = sure < 0 || sure == letters.length() ? text.length() : letters.at(sure);
        return new Kept(kept.append(text, shown, end).toString(), known > 0);
    }

    /** Behind the last letter of the repeated text that begins here; {@code at} where none does. */
    private int endOfRun(String letters, int at) {
        int end = at;
        int next = at;
        while (next + RUN <= letters.length() && next <= end) {
            if (runs.contains(letters.substring(next, next + RUN))) {
                end = next + RUN;
            } else if (end == at) {
                return at;
            }
            next++;
        }
        return end;
    }

    /** How many letters at the end stand in the rules in this order, too few to be sure. */
    private int heldBack(String letters) {
        for (int count = Math.min(RUN - 1, letters.length()); count > 0; count--) {
            String end = letters.substring(letters.length() - count);
            if (count >= WORD ? rules.contains(end) : canary.startsWith(end)) {
                return count;
            }
        }
        return 0;
    }

    private void addRuns(String letters, boolean forbidden) {
        for (int at = 0; at + RUN <= letters.length(); at++) {
            String run = letters.substring(at, at + RUN);
            if (forbidden) {
                runs.add(run);
            } else {
                runs.remove(run);
            }
        }
    }
}
