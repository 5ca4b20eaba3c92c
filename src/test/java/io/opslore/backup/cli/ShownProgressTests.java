package io.opslore.backup.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.backup.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

/** What a person sees while they wait. */
class ShownProgressTests {

    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
    private final PrintStream terminal = new PrintStream(seen, true, UTF_8);

    @Test
    void oneLineSaysHowFarItIsAndIsGoneAtTheEnd() {
        var shown = new ShownProgress(terminal);
        shown.at(new Progress.Step(Progress.Stage.ROWS, 2, 71, 3 << 20));
        shown.at(new Progress.Step(Progress.Stage.ORIGINALS, 1_199, 2_000, 5L << 30));
        shown.at(new Progress.Step(Progress.Stage.CHECKING, 0, 0, 512 << 10));
        shown.close();
        shown.at(new Progress.Step(Progress.Stage.ROWS, 3, 71, 0));

        assertThat(seen.toString(UTF_8))
                .isEqualTo(
                        "\r\033[KDatabase: table 3 of 71, 3.0 MB"
                                + "\r\033[KOriginal file 1,200 of 2,000, 5,120.0 MB"
                                + "\r\033[KRead it: file 1, 0.5 MB\r\033[K");
    }

    @Test
    void nothingIsShownWhereNobodyLooks() {
        try (var shown = ShownProgress.on(terminal, true)) {
            shown.at(new Progress.Step(Progress.Stage.ROWS, 2, 71, 3 << 20));
            assertThat(shown.isShown()).isFalse();
        }

        assertThat(seen.size()).isZero();
    }
}
