package io.opslore.quality.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Starts processes that only say what a portal says. */
class StartBenchTests {

    private final List<String> told = new ArrayList<>();

    @Test
    void startsBothByTurnsAndTellsTheMiddleOfTheLaterStarts() throws Exception {
        List<BenchFigure> figures =
                new StartBench(
                                says("Started it in 1 s", "exec sleep 60"),
                                says("Started bare in 1 s", ""),
                                told::add)
                        .measure(2);

        assertThat(figures)
                .extracting(BenchFigure::name)
                .containsExactly(
                        "second start, against a bare Boot and Vaadin",
                        "second start, CPU, against a bare Boot and Vaadin");
        assertThat(figures.getFirst().value()).isBetween(1.0, 30_000.0);
        assertThat(figures.getFirst().ratio()).isPositive();
        assertThat(told).containsExactly("first start", "start 1", "start 2");
    }

    @Test
    void withoutABareOneThereIsNoRatio() throws Exception {
        List<BenchFigure> figures =
                new StartBench(says("Started bare in 1 s", ""), (List<String>) null, told::add)
                        .measure(1);

        assertThat(figures).allMatch(figure -> figure.ratio() == null);
    }

    @Test
    void whatEndsBeforeItHasStartedSaysWhy() {
        assertThatThrownBy(() ->
                        new StartBench(
                                        says("The port is taken", "exit 1"),
                                        (List<String>) null,
                                        told::add)
                                .measure(1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("The port is taken");
    }

    private static List<String> says(String words, String then) {
        return List.of("sh", "-c", "echo '" + words + "'; " + then);
    }
}
