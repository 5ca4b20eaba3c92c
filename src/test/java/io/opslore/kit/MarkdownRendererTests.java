package io.opslore.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class MarkdownRendererTests {

    private static final MarkdownOptions PLAIN =
            MarkdownOptions.plain(
                    new MarkdownOptions.Labels("Copy", "Image", "Link", kind -> kind));

    @Test
    void rendersProseTablesTasksAndStrikethrough() {
        Document page =
                page(
                        """
                        # Title

                        Some *soft* and **strong** words, ~~gone~~.

                        | a | b |
                        |---|--:|
                        | 1 | 2 |

                        - [x] done
                        - [ ] open
                        """,
                        PLAIN);

        assertThat(page.select("h1").text()).isEqualTo("Title");
        assertThat(page.select("em, strong, del").eachText())
                .containsExactly("soft", "strong", "gone");
        assertThat(page.select("table td").eachText()).containsExactly("1", "2");
        assertThat(page.select("td").last().attr("align")).isEqualTo("right");
        assertThat(page.select(".task").eachText()).containsExactly("☑", "☐");
        assertThat(page.select("input")).isEmpty();
    }

    @Test
    void leavesOutFrontMatter() {
        assertThat(page("---\ntitle: secret\n---\n\nBody", PLAIN).text()).isEqualTo("Body");
    }

    @Test
    void knowsTheSourceLinesOfEachBlock() {
        List<HtmlBlock> blocks =
                MarkdownRenderer.render(
                        "# One\n\nfirst\nsecond\n\n```sh\nls\n```\n", PLAIN.linking(link -> ""));

        assertThat(blocks)
                .extracting(HtmlBlock::lines)
                .containsExactly(new Lines(1, 1), new Lines(3, 4), new Lines(6, 8));
        assertThat(blocks.get(1).html()).startsWith("<div class=\"block\" id=\"L3\">");
    }

    @Test
    void keepsLeadingBlocksTheSameWhileTextGrows() {
        String text = "# One\n\nfirst\n\n- a\n- b\n\n```go\nfunc main() {}\n```\n\nlast words";
        List<HtmlBlock> whole = MarkdownRenderer.render(text, PLAIN);
        List<HtmlBlock> part = MarkdownRenderer.render(text.substring(0, 30), PLAIN);

        assertThat(part.subList(0, 2)).isEqualTo(whole.subList(0, 2));
    }

    @Test
    void showsCodeWithItsLanguageACopyButtonAndEveryLine() {
        Document page =
                page("```yaml title=\"x\"\nkind: Pod # note\n\n  image: \"a:1\"\n```", PLAIN);

        assertThat(page.select(".code-language").text()).isEqualTo("yaml");
        assertThat(page.select("button.copy-code").attr("aria-label")).isEqualTo("Copy");
        assertThat(page.select("pre code").first().wholeText())
                .isEqualTo("kind: Pod # note\n\n  image: \"a:1\"\n");
        assertThat(page.select("pre .line")).hasSize(3);
        assertThat(page.select(".t-comment").text()).isEqualTo("# note");
    }

    @Test
    void keepsTemplateBracesInCode() {
        Document page = page("```yaml\nname: {{ .Values.name }}\n```", PLAIN);

        assertThat(page.select("pre code").first().wholeText())
                .isEqualTo("name: {{ .Values.name }}\n");
    }

    @Test
    void keepsTheIndentationOfCodeInsideLists() {
        Document page =
                page("1. run\n\n   ```sh\n   if true; then\n     ls\n   fi\n   ```\n", PLAIN);

        assertThat(page.select("li pre code").first().wholeText())
                .isEqualTo("if true; then\n  ls\nfi\n");
    }

    @Test
    void linksGivenMarkersOutsideCodeOnly() {
        MarkdownOptions citing =
                PLAIN.citing(Map.of(1, "document/a?lines=L1", 2, "document/b"), List.of());
        Document page = page("Yes [1][2], no [3]. `x[1]`\n\n```\na[1]\n```", citing);

        assertThat(page.select("a.cite").eachAttr("data-cite")).containsExactly("1", "2");
        assertThat(page.select("a.cite").eachAttr("href"))
                .containsExactly("document/a?lines=L1", "document/b");
        assertThat(page.select("a.cite").eachAttr("target")).isEmpty();
        assertThat(page.text()).contains("no [3]").contains("x[1]").contains("a[1]");
    }

    @Test
    void aDefinitionInTheTextCannotRedirectAMarker() {
        MarkdownOptions citing = PLAIN.citing(Map.of(1, "document/a"), List.of());
        Document page = page("See [1].\n\n[1]: https://evil.example/\n", citing);

        assertThat(page.select("a").eachAttr("href")).containsExactly("document/a");
    }

    @Test
    void marksFlaggedSentencesAcrossEmphasisAndMarkers() {
        String sentence = "Set **42** retries in `a.yaml` [1].";
        MarkdownOptions options = PLAIN.citing(Map.of(1, "document/a"), List.of(sentence));
        Document page = page("- First. " + sentence + " Last.", options);

        String marked =
                page.select("mark.unsupported").stream()
                        .map(Element::text)
                        .collect(Collectors.joining("|"));
        assertThat(marked).startsWith("Set|42|retries in").doesNotContain("First", "Last");
    }

    @Test
    void showsOutsideLinksAsSuch() {
        Element link = page("[docs](https://example.org/a?b=c&d=e)", PLAIN).selectFirst("a");

        assertThat(link.attr("href"))
                .isEqualTo("leave?to=https%3A%2F%2Fexample.org%2Fa%3Fb%3Dc%26d%3De");
        assertThat(link.attr("title")).isEqualTo("https://example.org/a?b=c&d=e");
        assertThat(link.attr("rel").split(" "))
                .containsExactlyInAnyOrder("noopener", "noreferrer", "nofollow");
        assertThat(link.attr("target")).isEqualTo("_blank");
        assertThat(link.className()).isEqualTo("outside");
    }

    @Test
    void showsBareAddressesAsOutsideLinks() {
        assertThat(page("see https://example.org/x and <ops@example.org>", PLAIN).select("a"))
                .extracting(link -> link.attr("href"))
                .containsExactly(
                        "leave?to=https%3A%2F%2Fexample.org%2Fx",
                        "leave?to=mailto%3Aops%40example.org");
    }

    @Test
    void neutralisesRelativeLinksUnlessResolved() {
        assertThat(page("[x](../a.md)", PLAIN).select("a")).isEmpty();
        assertThat(page("[x](../a.md)", PLAIN).text()).isEqualTo("x");

        Document resolved = page("[x](../a.md)", PLAIN.linking(link -> "document/1"));
        assertThat(resolved.selectFirst("a").attr("href")).isEqualTo("document/1");
        assertThat(resolved.selectFirst("a").hasClass("outside")).isFalse();
    }

    @Test
    void linksHeadingsWithinADocument() {
        Document page =
                page(
                        "# Откат релиза\n\n## Same\n\n## Same\n\n[go](#откат-релиза)",
                        PLAIN.linking(link -> "document/1?heading=" + link.length()));

        assertThat(page.select("h1, h2").eachAttr("id"))
                .containsExactly("h-откат-релиза", "h-same", "h-same-1");
        assertThat(page.select("p a").attr("href")).isEqualTo("document/1?heading=13");
        assertThat(page.select("h1 a.heading-link").attr("aria-label")).isEqualTo("Link");
    }

    @Test
    void setsNotesApart() {
        Document page =
                page(
                        "> [!Warning]\n> Mind `this`.\n\n> [!unknown]\n> x\n\n> plain\n\n[!NOTE] no",
                        PLAIN);

        assertThat(page.select(".admonition").eachText()).containsExactly("WARNING Mind this.");
        assertThat(page.select(".admonition.adm-warning")).hasSize(1);
        assertThat(page.select("blockquote").eachText()).containsExactly("[!unknown] x", "plain");
        assertThat(page.text()).contains("[!NOTE] no");
    }

    @Test
    void showsPicturesOfThePortalsOwn() {
        String own = "originals/0b1f2c3d-0000-4000-8000-00000000000a";
        Document page =
                page(
                        "![a \"plan\"](../x.png) ![](y.png) ![spy](https://evil.example/x.png)",
                        PLAIN.picturing(link -> link.equals("../x.png") ? own : ""));

        assertThat(page.select("img")).hasSize(1);
        assertThat(page.select("img").attr("src")).isEqualTo(own);
        assertThat(page.select("img").attr("alt")).isEqualTo("a \"plan\"");
        assertThat(page.select(".image").eachText()).containsExactly("Image", "Image: spy");
    }

    @Test
    void showsImagesAsTheirDescription() {
        Document page = page("![the *plan*](https://evil.example/x.png)", PLAIN);

        assertThat(page.select("img")).isEmpty();
        assertThat(page.select(".image").text()).isEqualTo("Image: the plan");
    }

    @Test
    void highlightsTheInnermostBlocksOnCitedLines() {
        Document page =
                page(
                        "# A\n\n- one\n- two\n- three\n\n```\na\nb\n```\n\n| h |\n|---|\n| x |\n| y |",
                        PLAIN.highlighting(new Lines(4, 8)));

        assertThat(page.select("li.cited").eachText()).containsExactly("two", "three");
        assertThat(page.select(".line.cited").eachText()).containsExactly("a");
        assertThat(page.select("tr.cited")).isEmpty();
        assertThat(
                        page("| h |\n|---|\n| x |\n| y |", PLAIN.highlighting(new Lines(4, 4)))
                                .select("tr.cited")
                                .eachText())
                .containsExactly("y");
    }

    private static Document page(String markdown, MarkdownOptions options) {
        return Jsoup.parseBodyFragment(
                MarkdownRenderer.render(markdown, options).stream()
                        .map(HtmlBlock::html)
                        .collect(Collectors.joining()));
    }
}
