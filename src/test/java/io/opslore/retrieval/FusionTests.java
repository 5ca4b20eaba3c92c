package io.opslore.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.opslore.library.RevisionId;
import io.opslore.retrieval.engine.ChunkKey;
import io.opslore.retrieval.engine.Hit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FusionTests {

    private static final ChunkKey A = key(1);
    private static final ChunkKey B = key(2);
    private static final ChunkKey C = key(3);

    @Test
    void eachArmCountsInItsOwnStandardDeviations() {
        List<Hit> fused =
                Fusion.fuse(
                        List.of(new Hit(A, 30), new Hit(B, 20), new Hit(C, 10)),
                        false,
                        List.of(new Hit(B, 0.9), new Hit(C, 0.5)),
                        0.5);

        assertThat(fused).extracting(Hit::chunk).containsExactly(B, A, C);
        assertThat(fused.get(0).score()).isCloseTo(0.5 * 1.224745 + 0.5 * 2, within(1e-6));
        assertThat(fused.get(1).score()).isCloseTo(0.5 * 2.449490, within(1e-6));
        assertThat(fused.get(2).score()).isZero();
    }

    @Test
    void anArmWithoutAVoteChangesNothing() {
        List<Hit> words = List.of(new Hit(A, 3), new Hit(B, 2), new Hit(C, 1));

        assertThat(Fusion.fuse(words, false, List.of(), 1))
                .extracting(Hit::chunk)
                .containsExactly(A, B, C);
        assertThat(Fusion.fuse(words, false, List.of(new Hit(C, 0.9), new Hit(B, 0.1)), 1))
                .extracting(Hit::chunk)
                .containsExactly(A, B, C);
    }

    @Test
    void aSureArmOutvotesAnUnsureOne() {
        List<Hit> words = List.of(new Hit(A, 20), new Hit(B, 2), new Hit(C, 1));
        List<Hit> meaning = List.of(new Hit(B, 0.62), new Hit(A, 0.61), new Hit(C, 0.5));

        assertThat(Fusion.fuse(words, false, meaning, 0.5)).extracting(Hit::chunk).startsWith(A);
    }

    @Test
    void anOutlierDoesNotPushTheOthersTogether() {
        List<Hit> words = List.of(new Hit(A, 100), new Hit(B, 12), new Hit(C, 10));

        List<Hit> fused = Fusion.fuse(words, false, List.of(), 1);

        assertThat(fused.get(1).score()).isGreaterThan(12.0 / 100 - 10.0 / 100);
    }

    @Test
    void aSingleHitIsWorthItsArmsWholeWeight() {
        assertThat(Fusion.fuse(List.of(new Hit(A, 7)), true, List.of(), 0.4))
                .containsExactly(new Hit(A, 0.4));
        assertThat(Fusion.fuse(List.of(), true, List.of(), 0.4)).isEmpty();
    }

    @Test
    void aNameThatStandsInOneDocumentAloneBringsThatDocumentFirst() {
        List<Hit> meaning =
                IntStream.range(0, 50).mapToObj(n -> new Hit(key(n + 1), 0.8 - n / 100.0)).toList();
        List<Hit> named = List.of(new Hit(key(40), 9));

        assertThat(Fusion.fuse(named, true, meaning, 0.35).getFirst().chunk()).isEqualTo(key(40));
        // Where more would have been found, nothing is known of the others.
        assertThat(Fusion.fuse(named, false, meaning, 0.35).getFirst().chunk()).isEqualTo(A);
    }

    @Test
    void equalHitsKeepOneOrder() {
        List<Hit> one = Fusion.fuse(List.of(new Hit(A, 1), new Hit(B, 1)), true, List.of(), 1);
        List<Hit> other = Fusion.fuse(List.of(new Hit(B, 1), new Hit(A, 1)), true, List.of(), 1);

        assertThat(one).isEqualTo(other);
    }

    private static ChunkKey key(int n) {
        return new ChunkKey(new RevisionId(new UUID(0, n)), 0);
    }
}
