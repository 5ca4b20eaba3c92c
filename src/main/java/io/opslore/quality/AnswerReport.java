package io.opslore.quality;

/**
 * How good answers are, counted by key facts.
 *
 * @param by the model that wrote them; {@code passages} where there was none, and passages were
 *     quoted
 * @param answered share of the answerable questions that got an answer
 * @param citationPrecision share of all cited passages that hold a key fact of their question
 * @param citationRecall share of the key facts that a cited passage holds; a refusal cites none
 * @param refused share of the unanswerable questions that were refused
 */
public record AnswerReport(
        String by,
        int answerable,
        int unanswerable,
        double answered,
        double citationPrecision,
        double citationRecall,
        double refused) {}
