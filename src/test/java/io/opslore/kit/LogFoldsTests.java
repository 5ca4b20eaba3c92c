package io.opslore.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.kit.LogFolds.Fold;
import io.opslore.kit.LogFolds.Kind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogFoldsTests {

    @Test
    void foldsTheFramesOfATraceAndLeavesItsCausesInSight() {
        List<String> log =
                """
                10:00:00 ERROR payment failed
                java.lang.IllegalStateException: pool exhausted
                \tat io.shop.Pool.take(Pool.java:1)
                \tat io.shop.Pool.take(Pool.java:2)
                \tat io.shop.Pool.take(Pool.java:3)
                \tat io.shop.Pool.take(Pool.java:4)
                Caused by: java.sql.SQLException: timeout
                \tat io.shop.Db.open(Db.java:1)
                \t... 20 more
                10:00:01 INFO up\
                """
                        .lines()
                        .toList();

        assertThat(LogFolds.of(log)).containsExactly(new Fold(Kind.TRACE, new Lines(3, 6)));
    }

    @Test
    void foldsLinesThatDifferOnlyInNumbers() {
        List<String> log =
                List.of(
                        "10:00:00 check 1f took 3 ms",
                        "10:00:01 check 2a took 14 ms",
                        "10:00:02 check 3 took 15 ms",
                        "10:00:03 check 4 took 9 ms",
                        "10:00:04 check 5 took 2 ms",
                        "10:00:05 check 6 failed",
                        "10:00:06 check 7 failed");

        assertThat(LogFolds.of(log)).containsExactly(new Fold(Kind.SIMILAR, new Lines(2, 5)));
    }

    @Test
    void foldsNeitherBlankLinesNorIndentedData() {
        List<String> log =
                List.of("a {", "  b: 1", "  c: 2", "  d: 3", "  e: 4", "}", "", "", "", "", "");

        assertThat(LogFolds.of(log)).isEmpty();
    }

    @Test
    void takesAHundredThousandLines() {
        List<String> log =
                IntStream.range(0, 100_000).mapToObj(i -> "10:00 check " + i + " done").toList();

        assertThat(LogFolds.of(log)).containsExactly(new Fold(Kind.SIMILAR, new Lines(2, 100_000)));
    }
}
