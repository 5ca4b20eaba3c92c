package io.opslore.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

@ViewPackages(packages = "io.opslore.kit")
class CodeLinesTests extends BrowserlessTest {

    private static final List<String> LONG =
            IntStream.rangeClosed(1, 4500).mapToObj(line -> "line " + line).toList();

    @Test
    void numbersLinesAndHighlightsTheCitedOnes() {
        Document page = shown(CodeLines.code(List.of("a: 1", "b: 2", ""), "yaml", new Lines(2, 2)));

        assertThat(page.select(".line").eachAttr("id")).containsExactly("L1", "L2");
        assertThat(page.select(".line.cited").eachText()).containsExactly("b: 2");
    }

    @Test
    void opensALongTextAtThePageOfTheCitedLine() {
        Document page = shown(CodeLines.code(LONG, "", new Lines(4321, 4321)));

        assertThat(page.select("#L4321.cited")).hasSize(1);
        assertThat(page.select(".line")).hasSize(500);
        assertThat(find(Button.class).all()).hasSize(1);
    }

    @Test
    void turnsPagesOfALongText() {
        CodeLines lines = CodeLines.code(LONG, "", null);
        UI.getCurrent().add(lines);

        test(find(Button.class).single()).click();

        assertThat(html(lines).select(".line").first().id()).isEqualTo("L2001");
    }

    @Test
    void foldsALogButNothingThatIsCited() {
        List<String> log =
                IntStream.rangeClosed(1, 5000).mapToObj(line -> "check " + line).toList();

        Document page = shown(CodeLines.log(log, null));
        assertThat(page.select("details:not([open]) .line")).hasSize(1999);
        assertThat(page.select(".line")).hasSize(2000);
        assertThat(page.select("#L1").parents().is("details")).isFalse();

        Document cited = shown(CodeLines.log(log, new Lines(4100, 4101)));
        assertThat(cited.select("details[open] .line.cited")).hasSize(2);
        assertThat(cited.select(".line")).hasSize(1000);
    }

    @Test
    void quotesLinesByTheirOwnNumbers() {
        Document page = shown(CodeLines.quote(List.of("x", "y"), 87));

        assertThat(page.select(".line.cited .number").eachAttr("data-line"))
                .containsExactly("87", "88");
    }

    @Test
    void separatesPagesOfProse() {
        Document page = shown(CodeLines.prose(List.of("a", "b"), Map.of(2, "Page 2"), null));

        assertThat(page.selectFirst(".separator").text()).isEqualTo("Page 2");
        assertThat(page.selectFirst(".separator").nextElementSibling().id()).isEqualTo("L2");
    }

    private Document shown(CodeLines lines) {
        UI.getCurrent().add(lines);
        return html(lines);
    }

    private Document html(CodeLines lines) {
        return Jsoup.parseBodyFragment(find(Html.class, lines).single().getInnerHtml());
    }
}
