package io.opslore.retrieval.text;

/**
 * Where a tokenizer's tokens stand in a text, as indexes of its chars.
 *
 * @param starts first char of each token
 * @param ends the char behind each token
 */
public record TokenSpans(int[] starts, int[] ends) {

    /** How many tokens there are. */
    public int count() {
        return starts.length;
    }
}
