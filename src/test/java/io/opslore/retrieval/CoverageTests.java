package io.opslore.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.opslore.retrieval.engine.Frequencies;
import io.opslore.retrieval.lucene.SnowballStemming;
import io.opslore.retrieval.text.Words;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoverageTests {

    private static final Words WORDS = new Words(SnowballStemming::new);

    @Test
    void allWordsOfTheQuestionAreFullCoverage() {
        assertThat(coverage("How do I drain a node?", "Draining nodes before an upgrade"))
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void noneIsNoCoverage() {
        assertThat(coverage("drain a node", "Unsealing the vault")).isZero();
    }

    @Test
    void aRareWordWeighsMoreThanACommonOne() {
        double rare = coverage("vault node", "the vault");
        double common = coverage("vault node", "the node");

        assertThat(rare).isGreaterThan(common);
        assertThat(rare + common).isCloseTo(1, within(1e-9));
    }

    @Test
    void aNameCountsByItsPartsWhereItIsNotThereWhole() {
        assertThat(coverage("KubeNodeDrain", "kube node drain")).isCloseTo(1, within(1e-9));
        assertThat(coverage("KubeNodeDrain", "the kubeNodeDrain alert")).isCloseTo(1, within(1e-9));
        assertThat(coverage("KubeNodeDrain", "some node")).isCloseTo(1 / 3.0, within(1e-9));
    }

    private static double coverage(String query, String passage) {
        var frequencies = new Frequencies(100, Map.of("node", 60L, "vault", 2L, "drain", 5L));
        return new Coverage(WORDS.ofQuery(query), frequencies).of(WORDS.of(passage));
    }
}
