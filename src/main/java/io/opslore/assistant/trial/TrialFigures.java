package io.opslore.assistant.trial;

/**
 * What one model made of the questions.
 *
 * @param answers how many are through
 * @param answered with words of its own that passed the gate
 * @param notFound said to be not in the documents
 * @param failed broken off, or not begun
 * @param citations in all answers together
 * @param unsupported sentences that their sources do not bear out, in all answers together
 * @param medianMillis the usual time to the end of an answer; 0 before there is any
 */
public record TrialFigures(
        int answers,
        int answered,
        int notFound,
        int failed,
        int citations,
        int unsupported,
        long medianMillis) {

    /** Before anything is through. */
    public static final TrialFigures NONE = new TrialFigures(0, 0, 0, 0, 0, 0, 0);
}
