package io.opslore.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeasuresTests {

    @Test
    void theRightDocumentFirstIsPerfect() {
        assertThat(Measures.of(Map.of("disk", 1), List.of("disk", "cpu")))
                .isEqualTo(new Measures(1, 1, 1, 1));
    }

    @Test
    void aDocumentGainsItsScoreAndNotAPowerOfIt() {
        Measures measured = Measures.of(Map.of("disk", 3, "cpu", 1), List.of("cpu", "disk"));

        double second = Math.log(3) / Math.log(2);
        assertThat(measured.ndcg10()).isCloseTo((1 + 3 / second) / (3 + 1 / second), within(1e-9));
    }

    @Test
    void whatComesLaterCountsLess() {
        List<String> ranking = IntStream.rangeClosed(1, 20).mapToObj(n -> "d" + n).toList();

        Measures measured = Measures.of(Map.of("d6", 1, "d12", 1, "elsewhere", 1), ranking);

        assertThat(measured.recall5()).isZero();
        assertThat(measured.recall20()).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(measured.mrr()).isCloseTo(1.0 / 6, within(1e-9));
    }

    @Test
    void whatNobodyCallsRelevantIsWorthNothing() {
        assertThat(Measures.of(Map.of("disk", 0), List.of("disk")))
                .isEqualTo(new Measures(0, 0, 0, 0));
        assertThat(Measures.mean(List.of(new Measures(1, 1, 1, 1), new Measures(0, 0, 0, 0))))
                .isEqualTo(new Measures(0.5, 0.5, 0.5, 0.5));
    }
}
