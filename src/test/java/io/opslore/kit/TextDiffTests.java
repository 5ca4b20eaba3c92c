package io.opslore.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.opslore.kit.TextDiff.LinePair;
import io.opslore.kit.TextDiff.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextDiffTests {

    @Test
    void findsWhatCameAndWhatWent() {
        TextDiff diff =
                compared(
                        List.of("drain", "wait 12 minutes", "restart"),
                        List.of("drain", "wait 25 minutes", "restart", "check the quorum"));

        assertThat(diff.added()).isEqualTo(2);
        assertThat(diff.removed()).isEqualTo(1);
        assertThat(diff.parts())
                .containsExactly(
                        new Part.Same(1, 1, 1),
                        new Part.Changed(List.of(new LinePair(2, 2))),
                        new Part.Same(3, 3, 1),
                        new Part.Changed(List.of(new LinePair(0, 4))));
    }

    @Test
    void anEditedLineStandsBesideWhatItWas() {
        TextDiff diff =
                compared(
                        List.of("replicas: 3 # for the quorum"),
                        List.of("# approved by nobody", "replicas: 5 # for the quorum"));

        assertThat(diff.parts())
                .containsExactly(new Part.Changed(List.of(new LinePair(0, 1), new LinePair(1, 2))));
    }

    @Test
    void aBlankLineDoesNotPartAnEditedLineFromWhatItWas() {
        TextDiff diff =
                compared(
                        List.of("# Drain", "", "It takes about 12 minutes."),
                        List.of("# Drain", "", "It takes about 25 minutes.", "", "Then restart."));

        assertThat(diff.parts())
                .contains(
                        new Part.Changed(
                                List.of(
                                        new LinePair(3, 3),
                                        new LinePair(0, 4),
                                        new LinePair(0, 5))));
        assertThat(diff.added()).isEqualTo(3);
        assertThat(diff.removed()).isEqualTo(1);
    }

    @Test
    void howLinesEndDoesNotCount() {
        assertThat(compared(lines("one\r\ntwo\r\n"), lines("one\ntwo")).isSame()).isTrue();
        assertThat(compared(lines("one\ntwo"), lines("one\ntwo\n")).isSame()).isTrue();
    }

    @Test
    void theSameTextHasNoChanges() {
        TextDiff diff = compared(lines("one\ntwo"), lines("one\ntwo"));

        assertThat(diff.isSame()).isTrue();
        assertThat(diff.parts()).containsExactly(new Part.Same(1, 1, 2));
    }

    @Test
    void anEmptyTextAgainstAFullOneIsOneChange() {
        assertThat(compared(lines(""), lines("one\ntwo")).parts())
                .containsExactly(new Part.Changed(List.of(new LinePair(0, 1), new LinePair(0, 2))));
        assertThat(compared(lines("one"), lines("")).removed()).isEqualTo(1);
        assertThat(compared(lines(""), lines("")).isSame()).isTrue();
    }

    @Test
    void bothTextsCanBeReadBackFromTheComparison() {
        Random random = new Random(42);
        for (int round = 0; round < 300; round++) {
            List<String> before = ended(randomLines(random));
            List<String> after = ended(randomLines(random));
            TextDiff diff = compared(before, after);
            List<String> left = new ArrayList<>();
            List<String> right = new ArrayList<>();
            for (Part part : diff.parts()) {
                switch (part) {
                    case Part.Same same ->
                            IntStream.range(0, same.count())
                                    .forEach(i -> {
                                        left.add(diff.before(same.before() + i));
                                        right.add(diff.after(same.after() + i));
                                        assertThat(left.getLast()).isEqualTo(right.getLast());
                                    });
                    case Part.Changed changed ->
                            changed.lines()
                                    .forEach(line -> {
                                        if (line.before() > 0) {
                                            left.add(diff.before(line.before()));
                                        }
                                        if (line.after() > 0) {
                                            right.add(diff.after(line.after()));
                                        }
                                    });
                }
            }
            assertThat(left).isEqualTo(before);
            assertThat(right).isEqualTo(after);
        }
    }

    @Test
    void aHundredThousandLinesAreComparedWithoutHanging() {
        List<String> log = IntStream.range(0, 100_000).mapToObj(i -> "line " + i).toList();
        List<String> edited = new ArrayList<>(log);
        for (int i = 0; i < 100_000; i += 1_000) {
            edited.set(i, "another line " + i);
        }
        List<String> other = IntStream.range(0, 100_000).mapToObj(i -> "other " + i).toList();

        assertTimeout(
                Duration.ofSeconds(20),
                () -> {
                    assertThat(compared(log, edited).added()).isEqualTo(100);
                    assertThat(compared(log, other).removed()).isEqualTo(100_000);
                });
    }

    @Test
    void textsTooDifferentOrTooLargeAreSaidToBe() {
        Random random = new Random(7);
        List<String> shuffled = random.ints(100_000, 0, 50).mapToObj(String::valueOf).toList();
        List<String> again = random.ints(100_000, 0, 50).mapToObj(String::valueOf).toList();
        List<String> endless = java.util.Collections.nCopies(TextDiff.MOST_LINES + 2, "x");

        assertTimeout(
                Duration.ofSeconds(20), () -> assertThat(TextDiff.of(shuffled, again)).isEmpty());
        assertThat(TextDiff.of(endless, List.of("x"))).isEmpty();
        assertThat(TextDiff.of(List.of("x".repeat(20_000_001)), List.of("x"))).isEmpty();
    }

    private static TextDiff compared(List<String> before, List<String> after) {
        return TextDiff.of(before, after).orElseThrow();
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\n", -1));
    }

    /** What looks like the end of the last line is none. */
    private static List<String> ended(List<String> lines) {
        return Stream.concat(lines.stream(), Stream.of("end")).toList();
    }

    private static List<String> randomLines(Random random) {
        return random.ints(random.nextInt(30), 0, 8)
                .mapToObj(i -> i == 0 ? "" : "line " + i)
                .toList();
    }
}
