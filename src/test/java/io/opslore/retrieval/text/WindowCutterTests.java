package io.opslore.retrieval.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.opslore.library.LineRange;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WindowCutterTests {

    private final WindowCutter cutter = new WindowCutter(WindowCutterTests::spans, 5);

    @Test
    void aChunkThatFitsIsOneWindowUnderItsNames() {
        assertThat(cutter.cut(chunk("Delete old logs.", "Disk full"), "a/b.md", "Runbook"))
                .singleElement()
                .extracting(Window::text)
                .isEqualTo("a/b.md › Runbook › Disk full\nDelete old logs.");
    }

    @Test
    void whatAChunkIsCalledIsAWindowOfItsOwn() {
        assertThat(cutter.windows(chunk("Delete old logs.", "KubePodDown"), "a/b.md", "Runbook"))
                .extracting(Window::number, Window::text)
                .containsExactly(
                        tuple(0, "a/b.md › Runbook › KubePodDown\nDelete old logs."),
                        tuple(1, "a/b.md › Runbook › KubePodDown (Kube Pod Down)\n"));
    }

    @Test
    void aFileNameAloneIsNoNameWorthAWindow() {
        assertThat(cutter.windows(chunk("Delete old logs.", ""), "a/b.md", "b.md")).hasSize(1);
    }

    @Test
    void namesAreCutToWhatTheModelReads() {
        List<Window> windows = cutter.windows(chunk("x", numbers(900)), "p", "t");

        assertThat(windows).hasSize(2);
        assertThat(spans(windows.getLast().text()).count()).isLessThanOrEqualTo(448);
    }

    @Test
    void windowsOverlapAndHoldEveryWord() {
        for (int size = 445; size < 1500; size += 13) {
            List<Window> windows = cutter.cut(chunk(numbers(size), "H"), "p", "t");
            List<String> bodies = windows.stream().map(WindowCutterTests::body).toList();

            assertThat(bodies.getFirst()).startsWith("n1 ");
            assertThat(bodies.getLast()).endsWith("n" + size);
            for (int i = 0; i < bodies.size(); i++) {
                assertThat(spans(windows.get(i).text()).count()).isBetween(345, 450);
                if (i > 0) {
                    assertThat(number(bodies.get(i).split(" ")[0]))
                            .isLessThan(number(last(bodies.get(i - 1))) - 30);
                }
            }
        }
    }

    @Test
    void aHugeChunkHasABoundedNumberOfWindows() {
        assertThat(cutter.cut(chunk("x,".repeat(3_000_000), ""), "p", "t")).hasSize(5);
    }

    @Test
    void longNamesLeaveRoomForTheText() {
        List<Window> windows = cutter.cut(chunk(numbers(300), numbers(900)), "p", "t");

        assertThat(windows).hasSize(1);
        assertThat(spans(windows.getFirst().text()).count()).isLessThan(450);
    }

    @Test
    void equalTextsHaveEqualDigests() {
        assertThat(new Window(1, 2, "same").digest())
                .isEqualTo(new Window(3, 4, "same").digest())
                .isNotEqualTo(new Window(1, 2, "other").digest());
    }

    private static Chunk chunk(String text, String heading) {
        return new Chunk(0, heading, "", new LineRange(1, 1), 0, 0, Language.EN, text);
    }

    private static String numbers(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> "n" + n)
                .collect(Collectors.joining(" "));
    }

    private static String body(Window window) {
        return window.text().substring(window.text().indexOf('\n') + 1);
    }

    private static String last(String body) {
        return body.substring(body.lastIndexOf(' ') + 1);
    }

    private static int number(String word) {
        return Integer.parseInt(word.substring(1));
    }

    private static TokenSpans spans(String text) {
        List<MatchResult> words =
                Pattern.compile("\\w+|[^\\w\\s]").matcher(text).results().toList();
        return new TokenSpans(
                words.stream().mapToInt(MatchResult::start).toArray(),
                words.stream().mapToInt(MatchResult::end).toArray());
    }
}
