package io.opslore.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeHighlighterTests {

    private static final List<String> LINES =
            List.of(
                    "# comment <b>&amp;</b>",
                    "kind: \"Deployment\" {{ .Values.x }}",
                    "",
                    "\tFROM alpine:3.20 /* open",
                    "func main() { x := '\\''; \"unclosed",
                    "resource \"aws_s3\" \"b\" { count = 3 } ${var.x} <!-- <script>alert(1)</script>",
                    "Привет, мир — \uD83D\uDE00");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yaml",
                "json",
                "go",
                "python",
                "bash",
                "sh",
                "dockerfile",
                "groovy",
                "java",
                "js",
                "ts",
                "sql",
                "hcl",
                "terraform",
                "ini",
                "properties",
                "xml",
                "html",
                "markdown",
                "unknown",
                ""
            })
    void keepsEveryCharacterOfEveryLine(String language) {
        List<String> html = CodeHighlighter.highlight(LINES, language);

        assertThat(html).hasSameSizeAs(LINES);
        for (int i = 0; i < LINES.size(); i++) {
            assertThat(
                            Jsoup.parseBodyFragment("<pre>|" + html.get(i) + "</pre>")
                                    .body()
                                    .wholeText())
                    .isEqualTo("|" + LINES.get(i));
            assertThat(Jsoup.parseBodyFragment(html.get(i)).select("script, b")).isEmpty();
        }
    }

    @Test
    void carriesCommentsOverLines() {
        assertThat(CodeHighlighter.highlight(List.of("/* a", "b */ int c;"), "java").get(1))
                .startsWith("<span class=\"t-comment\">");
    }

    @Test
    void coloursTheKeysOfYaml() {
        assertThat(CodeHighlighter.highlight(List.of("  - app.io/name: \"x\" # y"), "yml"))
                .containsExactly(
                        "  - <span class=\"t-tag\">app.io/name</span>: "
                                + "<span class=\"t-string\">&#34;x&#34;</span> "
                                + "<span class=\"t-comment\"># y</span>");
    }

    @Test
    void coloursKeysAndStrings() {
        assertThat(CodeHighlighter.highlight(List.of("name: \"x\""), "YAML").getFirst())
                .contains("t-string");
    }
}
