package io.opslore.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiffRowsTests {

    private static final List<String> HOSTILE =
            List.of(
                    "<script>alert(1)</script>",
                    "<img src=x onerror=alert(1)>",
                    "</code></td></tr></table><iframe src=//evil.example onload=alert(1)>",
                    "\"><svg onload=alert(1)>");

    @ParameterizedTest
    @EnumSource(DiffLayout.class)
    void nothingInATextIsMarkup(DiffLayout layout) {
        List<String> edited =
                HOSTILE.stream().map(line -> line.replace("alert(1)", "alert(2)")).toList();
        Document page = Jsoup.parse(html(HOSTILE, edited, layout));

        assertThat(page.select("script, img, iframe, svg, [onerror], [onload]")).isEmpty();
        assertThat(page.select("table")).hasSize(1);
        assertThat(page.select("del").eachText()).containsAll(HOSTILE);
        assertThat(page.select("ins mark").eachText()).contains("2");
    }

    @Test
    void sideBySideAnEditedLineIsOneRow() {
        Document page =
                Jsoup.parse(html(List.of("wait 12 min"), List.of("wait 25 min"), DiffLayout.SIDE));

        assertThat(page.select("tr")).hasSize(1);
        assertThat(page.select("tr[data-change=1]")).hasSize(1);
        assertThat(page.select("td[data-line=1]")).hasSize(2);
    }

    @Test
    void inlineTheEarlierLinesStandAboveTheLaterOnes() {
        Document page =
                Jsoup.parse(
                        html(
                                List.of("wait 12 min", "go on now"),
                                List.of("wait 25 min", "go on then"),
                                DiffLayout.INLINE));

        assertThat(page.select("td.text").eachText())
                .containsExactly("wait 12 min", "go on now", "wait 25 min", "go on then");
        assertThat(page.select("tr[data-change]")).hasSize(1);
    }

    @Test
    void unchangedLinesAreFoldedExceptAroundChanges() {
        List<String> before = IntStream.rangeClosed(1, 100).mapToObj(i -> "line " + i).toList();
        List<String> after = new ArrayList<>(before);
        after.set(49, "another");

        assertThat(DiffPiece.of(TextDiff.of(before, after).orElseThrow()))
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo(new DiffPiece.Folded(1, 1, 46)),
                        second -> assertThat(second.rows()).isEqualTo(DiffPiece.CONTEXT),
                        third -> assertThat(third).isInstanceOf(DiffPiece.Changed.class),
                        fourth -> assertThat(fourth.rows()).isEqualTo(DiffPiece.CONTEXT),
                        fifth -> assertThat(fifth).isEqualTo(new DiffPiece.Folded(54, 54, 47)));
    }

    @Test
    void aChangeOfManyLinesIsSentInPartsAndCountsOnce() {
        List<String> after = IntStream.range(0, 1_200).mapToObj(i -> "line " + i).toList();

        assertThat(DiffPiece.of(TextDiff.of(List.of(), after).orElseThrow()))
                .extracting(piece -> ((DiffPiece.Changed) piece).change())
                .containsExactly(1, 0, 0);
    }

    private static String html(List<String> before, List<String> after, DiffLayout layout) {
        TextDiff diff = TextDiff.of(before, after).orElseThrow();
        DiffRows rows =
                new DiffRows(diff, layout, new DiffLabels("Lines", count -> count + " more"));
        StringBuilder html = new StringBuilder();
        for (DiffPiece piece : DiffPiece.of(diff)) {
            html.append(
                    switch (piece) {
                        case DiffPiece.Same same -> rows.same(same.lines());
                        case DiffPiece.Changed changed ->
                                rows.changed(changed.lines(), changed.change());
                        case DiffPiece.Folded folded -> "";
                    });
        }
        return html.toString();
    }
}
