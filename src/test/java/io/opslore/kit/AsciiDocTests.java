package io.opslore.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class AsciiDocTests {

    private static final String RUNBOOK =
            """
            = Restore the database
            :toc:
            // not shown

            == Before you start

            NOTE: Take a *snapshot* first, see <<backup,the backup>>.

            * stop the portal
            ** all replicas
            . first
            . second

            .Run this
            [source,bash]
            ----
            pg_restore -d opslore dump.tar
            # == not a heading
            ----

            [WARNING]
            ====
            Do not use +--clean+ here.
            ====

            |===
            |Name |Value

            |port
            |5432

            |user |ops
            |===

            See https://example.org/docs[the manual] or link:other.adoc[here].
            image::plan.png[The plan]
            """;

    private final Document page =
            Jsoup.parseBodyFragment(
                    MarkdownRenderer.render(
                                    AsciiDoc.toMarkdown(RUNBOOK),
                                    MarkdownOptions.plain(
                                            new MarkdownOptions.Labels(
                                                    "Copy", "Image", "Link", kind -> kind)))
                            .stream()
                            .map(HtmlBlock::html)
                            .collect(Collectors.joining()));

    @Test
    void keepsTheNumberOfLines() {
        assertThat(AsciiDoc.toMarkdown(RUNBOOK).split("\n", -1))
                .hasSameSizeAs(RUNBOOK.split("\n", -1));
    }

    @Test
    void keepsHeadingsListsAndHidesCommentsAndAttributes() {
        assertThat(page.select("h1, h2").eachText())
                .containsExactly("Restore the database", "Before you start");
        assertThat(page.select("ul > li > ul > li").eachText()).containsExactly("all replicas");
        assertThat(page.select("ol > li").eachText()).containsExactly("first", "second");
        assertThat(page.text()).doesNotContain("not shown", ":toc:");
    }

    @Test
    void keepsListingsAsTheyAre() {
        assertThat(page.select(".code-language").text()).isEqualTo("bash");
        assertThat(page.selectFirst("pre code").wholeText())
                .isEqualTo("pg_restore -d opslore dump.tar\n# == not a heading\n");
    }

    @Test
    void keepsAdmonitions() {
        assertThat(page.select(".admonition").eachText())
                .containsExactly(
                        "NOTE Take a snapshot first, see the backup.",
                        "WARNING Do not use --clean here.");
        assertThat(page.select(".admonition code").text()).isEqualTo("--clean");
    }

    @Test
    void leadsReferencesToTheSectionsTheyName() {
        String markdown =
                AsciiDoc.toMarkdown(
                        """
                        [[setup]]
                        == Set it up
                        See <<setup,the setup>>, <<_set_it_up>> and <<elsewhere,another>>.
                        """);

        assertThat(markdown)
                .contains("See [the setup](#set-it-up), [Set it up](#set-it-up) and another.");
    }

    @Test
    void keepsTablesWhetherCellsShareALineOrNot() {
        assertThat(page.select("th").eachText()).containsExactly("Name", "Value");
        assertThat(page.select("td").eachText()).containsExactly("port", "5432", "user", "ops");
    }

    @Test
    void keepsLinksAndNamesImages() {
        assertThat(page.select("a").eachText()).containsExactly("the manual");
        assertThat(page.select(".image").text()).isEqualTo("Image: The plan");
    }
}
