package io.opslore.guard;

/**
 * What was used in some time.
 *
 * @param requests questions that were let in
 * @param refusals questions and uploads that were not
 */
public record Used(
        long requests,
        long refusals,
        long promptTokens,
        long answerTokens,
        long uploads,
        long uploadedBytes) {

    /** Nothing was. */
    public static final Used NOTHING = new Used(0, 0, 0, 0, 0, 0);

    /** Of prompts and answers together. */
    public long tokens() {
        return promptTokens + answerTokens;
    }
}
