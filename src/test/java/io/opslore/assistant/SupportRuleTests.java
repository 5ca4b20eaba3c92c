package io.opslore.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.library.LineRange;
import io.opslore.library.RevisionId;
import io.opslore.retrieval.Passage;
import io.opslore.testing.TestingDocuments;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupportRuleTests {

    private final SupportRule rule = new SupportRule(0.40, 0.35, 0.60, 0.65, 0.50);

    @ParameterizedTest(name = "coverage {0}, similarity {1}: {2}")
    @CsvSource({
        // Without a vote of the embedder words decide alone.
        "0.40, 0, true",
        "0.39, 0, false",
        // Both fit well.
        "0.35, 0.60, true",
        "0.34, 0.64, false",
        // Words fit very well, meaning fairly.
        "0.65, 0.50, true",
        "0.65, 0.49, false",
        // Near in meaning without a shared word: the embedder finds everything near in one trade.
        "0.00, 0.80, false"
    })
    void wordsAndMeaningMustAgree(double coverage, double similarity, boolean enough) {
        assertThat(rule.holds(passage(coverage, similarity))).isEqualTo(enough);
    }

    private static Passage passage(double coverage, double similarity) {
        var revision = new RevisionId(UUID.randomUUID());
        var document = TestingDocuments.at("a.md", "A", revision);
        return new Passage(
                document,
                revision,
                1,
                "",
                new LineRange(1, 1),
                0,
                "text",
                "en",
                1,
                coverage,
                similarity);
    }
}
