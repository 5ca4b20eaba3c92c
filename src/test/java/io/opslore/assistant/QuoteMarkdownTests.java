package io.opslore.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.library.Block;
import io.opslore.library.Block.Kind;
import io.opslore.library.Format;
import io.opslore.library.LineRange;
import io.opslore.library.RevisionText;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuoteMarkdownTests {

    @Test
    void quotesMarkdownAsItIs() {
        assertThat(quote(Format.MARKDOWN, "", Kind.LIST, "- **Drain** it\n- Wait"))
                .isEqualTo("> - **Drain** it\n> - Wait [1]");
    }

    @Test
    void putsTheMarkerBelowCodeAndTables() {
        assertThat(quote(Format.MARKDOWN, "", Kind.CODE, "```bash\nrun it\n```"))
                .isEqualTo("> ```bash\n> run it\n> ```\n>\n> [1]");
        assertThat(quote(Format.MARKDOWN, "", Kind.TABLE, "| a | b |\n|---|---|"))
                .isEqualTo("> | a | b |\n> |---|---|\n>\n> [1]");
    }

    @Test
    void closesTheFenceOfCodeThatIsQuotedInPart() {
        assertThat(quote(Format.MARKDOWN, "", Kind.CODE, "```bash\nrun it"))
                .isEqualTo("> ```\n> run it\n> ```\n>\n> [1]");
    }

    @Test
    void fencesManifestsWithTheirSyntax() {
        assertThat(quote(Format.YAML, "yaml", Kind.YAML_DOCUMENT, "kind: Pod\nspec: [1]"))
                .isEqualTo("> ```yaml\n> kind: Pod\n> spec: [1]\n> ```\n>\n> [1]");
    }

    @Test
    void plainTextCannotBecomeMarkup() {
        assertThat(
                        quote(
                                Format.TEXT,
                                "",
                                Kind.PARAGRAPH,
                                "# not <b>a</b> *head* [x](http://e)\n1. no list"))
                .isEqualTo(
                        "> \\# not \\<b\\>a\\</b\\> \\*head\\* \\[x\\](http://e)\n> 1\\. no list [1]");
    }

    @Test
    void findsPartsByTheStructureThatIsKnown() {
        String lines = "# Head\n\nDo this:\n\n```\nrun\n```\n\n- one\n  more\n- two\n\nEnd.";
        var text =
                new RevisionText(
                        lines,
                        "",
                        Format.MARKDOWN,
                        "",
                        List.of(
                                Block.heading(1, "Head", 1),
                                Block.of(Kind.PARAGRAPH, 3, 3),
                                Block.of(Kind.CODE, 5, 7),
                                Block.of(Kind.LIST, 9, 11),
                                Block.of(Kind.PARAGRAPH, 13, 13)),
                        List.of());
        assertThat(PassagePart.of(text, new LineRange(1, 12)))
                .extracting(PassagePart::lines)
                .containsExactly(
                        new LineRange(3, 3),
                        new LineRange(3, 7),
                        new LineRange(9, 10),
                        new LineRange(11, 11));
    }

    @Test
    void longTextIsQuotedByWindowsThatCoverItAll() {
        String lines = "line\n".repeat(40).strip();
        var text = new RevisionText(lines, "", Format.TEXT, "", List.of(), List.of());
        List<PassagePart> parts = PassagePart.of(text, new LineRange(1, 40));
        assertThat(parts).allMatch(part -> part.lines().last() - part.lines().first() < 12);
        assertThat(parts.getFirst().lines().first()).isEqualTo(1);
        assertThat(parts.getLast().lines().last()).isEqualTo(40);
    }

    private static String quote(Format format, String syntax, Kind kind, String text) {
        var revision = new RevisionText(text, "", format, syntax, List.of(), List.of());
        return QuoteMarkdown.of(revision, new LineRange(1, revision.lines().size()), kind, 1);
    }
}
