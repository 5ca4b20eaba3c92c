package io.opslore.retrieval.qdrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.opslore.retrieval.engine.IndexedChunk;
import io.opslore.retrieval.lucene.SnowballStemming;
import io.opslore.retrieval.text.Language;
import io.opslore.retrieval.text.Words;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TermWeightsTests {

    private static final Words WORDS = new Words(SnowballStemming::new);
    private static final double USUAL = 10;

    private final TermWeights weights = new TermWeights(WORDS, USUAL);

    @Test
    void weighsATermByItsCountTheLengthAndWhereItStands() {
        Map<Integer, Float> found = weights.of(chunk("gateway", "port port gateway"));

        // Three words of text and one of a heading, which counts four times: 7 of 10 usual words.
        double saturation = 1.2 * (0.25 + 0.75 * 0.7);
        assertThat(weight(found, "port")).isCloseTo(2 / (2 + saturation), within(1e-6));
        assertThat(weight(found, "gateway")).isCloseTo(5 / (5 + saturation), within(1e-6));
    }

    @Test
    void aNameIsOneWordLongAndIsThereByEachOfItsParts() {
        Map<Integer, Float> found = weights.of(chunk("", "kube-system"));

        assertThat(found)
                .containsOnlyKeys(Set.of(number("kube-system"), number("kube"), number("system")));
        assertThat(weight(found, "kube")).isCloseTo(1 / (1 + 1.2 * 0.325), within(1e-6));
    }

    @Test
    void neighboursAreNeighboursInOneOrderOnly() {
        assertThat(TermWeights.pairs(WORDS.of("exit code 137")))
                .containsExactlyInAnyOrderElementsOf(
                        TermWeights.pairs(WORDS.of("see exit code 137")).stream()
                                .filter(pair ->
                                        !TermWeights.pairs(WORDS.of("see exit")).contains(pair))
                                .toList())
                .doesNotContainAnyElementsOf(TermWeights.pairs(WORDS.of("137 code exit")));
    }

    @Test
    void aPhraseMayBeginOrEndInsideAName() {
        Set<Long> held = TermWeights.pairs(WORDS.of("of kube-system/web.v2 there"));

        assertThat(held).containsAnyElementsOf(TermWeights.pairs(WORDS.of("of kube-system")));
        assertThat(held).containsAnyElementsOf(TermWeights.pairs(WORDS.of("web.v2 there")));
    }

    private static double weight(Map<Integer, Float> weights, String term) {
        return weights.getOrDefault(number(term), 0f);
    }

    private static int number(String term) {
        return TermWeights.number(term);
    }

    private static IndexedChunk chunk(String heading, String text) {
        return new IndexedChunk(0, Language.EN, "", "", heading, text);
    }
}
