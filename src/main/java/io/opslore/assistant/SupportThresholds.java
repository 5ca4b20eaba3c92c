package io.opslore.assistant;

import io.opslore.retrieval.Passage;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a passage is enough. A passage that reaches either of a pair of thresholds will do. Quoting
 * asks for more than prompting, because no model reads the passage before the person does.
 *
 * @param coverage of the question's terms, for a model to be asked
 * @param similarity of question and passage, for a model to be asked
 * @param quotedCoverage of the question's terms, for the portal to quote it
 * @param quotedSimilarity of question and passage, for the portal to quote it
 */
record SupportThresholds(
        @DefaultValue("0.34") @DecimalMin("0") @DecimalMax("1") double coverage,
        @DefaultValue("0.62") @DecimalMin("0") @DecimalMax("1") double similarity,
        @DefaultValue("0.5") @DecimalMin("0") @DecimalMax("1") double quotedCoverage,
        @DefaultValue("0.70") @DecimalMin("0") @DecimalMax("1") double quotedSimilarity) {

    /** Whether a model may be asked with it. */
    boolean holds(Passage passage) {
        return passage.coverage() >= coverage || passage.similarity() >= similarity;
    }

    /** Whether it may be quoted without a model. */
    boolean quotable(Passage passage) {
        return passage.coverage() >= quotedCoverage || passage.similarity() >= quotedSimilarity;
    }
}
