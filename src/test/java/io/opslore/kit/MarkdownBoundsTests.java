package io.opslore.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarkdownBoundsTests {

    private static final MarkdownOptions OPTIONS =
            MarkdownOptions.plain(
                    new MarkdownOptions.Labels("Copy", "Image", "Link", UnaryOperator.identity()));

    static List<String> texts() {
        return List.of(
                ">".repeat(100_000) + "a",
                "- ".repeat(100_000) + "a",
                "> - 1. ".repeat(20_000) + "a",
                "[".repeat(100_000),
                "[a](".repeat(50_000),
                "[a](b".repeat(50_000),
                "![".repeat(50_000),
                "*a _b ".repeat(50_000),
                "` `` ```` ".repeat(50_000),
                "<!--".repeat(50_000),
                "a\n".repeat(50_000) + "=",
                "|a|\n|-|\n" + "|b|\n".repeat(100_000));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextThatTheParserWouldChokeOnIsShownAsItIsWritten(String text) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> MarkdownRenderer.render(text, OPTIONS));

        assertThat(MarkdownBounds.hold(text)).isFalse();
    }

    @Test
    void whatPeopleWriteStaysBelow() {
        assertThat(MarkdownBounds.hold("# A\n\n" + "- [a](b.md) and `c`\n".repeat(500))).isTrue();
        assertThat(MarkdownBounds.hold("|a|b|\n|-|-|\n" + "|c|`d`|\n".repeat(2_000))).isTrue();
        assertThat(MarkdownBounds.hold("```\n" + "a line of a log\n".repeat(4_000) + "```\n"))
                .isTrue();
        assertThat(MarkdownBounds.hold("")).isTrue();
    }

    @Test
    void whatIsShownAsWrittenIsEscaped() {
        String text = "<script>alert(1)</script>" + "[".repeat(100_000);

        assertThatCode(() -> MarkdownRenderer.render(text, OPTIONS)).doesNotThrowAnyException();
        assertThat(MarkdownRenderer.render(text, OPTIONS).getFirst().html())
                .startsWith("<div class=\"block\"")
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");
    }
}
