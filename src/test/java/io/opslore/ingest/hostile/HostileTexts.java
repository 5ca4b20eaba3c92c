package io.opslore.ingest.hostile;

import static io.opslore.ingest.hostile.HostileFile.large;
import static io.opslore.ingest.hostile.HostileFile.of;
import static io.opslore.ingest.hostile.HostileFile.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Texts that are too deep, too long, too repetitive, or not in the writing that they seem to be.
 */
final class HostileTexts {

    private static final int DEEP = 100_000;

    private HostileTexts() {}

    static List<HostileFile> all(int canary) {
        return Stream.of(deep(), long_(), quadratic(), yaml(), encodings(), outside(canary))
                .flatMap(List::stream)
                .toList();
    }

    private static List<HostileFile> deep() {
        return List.of(
                large("deep/arrays.json", () -> "[".repeat(DEEP) + "]".repeat(DEEP)),
                large("deep/unclosed.json", () -> "[".repeat(DEEP)),
                large("deep/objects.json", () -> "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP)),
                large("deep/lines.json", () -> "{\"a\":\n".repeat(DEEP) + "1" + "}\n".repeat(DEEP)),
                large("deep/flow.yaml", () -> "a: " + "[".repeat(DEEP) + "]".repeat(DEEP)),
                large("deep/maps.yaml", () -> "a: " + "{a: ".repeat(DEEP) + "1" + "}".repeat(DEEP)),
                large("deep/dashes.yaml", () -> "- ".repeat(DEEP) + "a"),
                large("deep/indented.yaml", () -> indented(3_000, "a:")),
                large("deep/front-matter.md", () -> "---\na: " + "[".repeat(50_000) + "\n---\n# A"),
                large("deep/quotes.md", () -> ">".repeat(DEEP) + " a"),
                large("deep/quoted-lines.md", () -> ("> ".repeat(500) + "a\n").repeat(100)),
                large("deep/dashes.md", () -> "- ".repeat(DEEP) + "a"),
                large("deep/lists.md", () -> indented(3_000, "- a")),
                large("deep/mixed.md", () -> "> - 1. ".repeat(20_000) + "a"),
                large("deep/brackets.md", () -> "[".repeat(DEEP) + "a" + "]".repeat(DEEP)),
                large("deep/links.md", () -> "[a](".repeat(50_000)),
                large("deep/images.md", () -> "![".repeat(50_000) + "a" + "](b)".repeat(50_000)),
                large("deep/emphasis.md", () -> "*a _b ".repeat(50_000)),
                large("deep/stars.md", () -> "*".repeat(DEEP) + "a" + "*".repeat(DEEP)),
                large("deep/elements.md", () -> "<div>".repeat(DEEP)),
                large("deep/blocks.adoc", () -> indented(3_000, "====")),
                large(
                        "deep/braces.java",
                        () -> "class A {\n".repeat(20_000) + "}\n".repeat(20_000)),
                large("deep/tabs.py", () -> indented(3_000, "def a():")),
                large("deep/elements.xml", () -> "<a>".repeat(DEEP) + "</a>".repeat(DEEP)),
                large("deep/blocks.tf", () -> "a \"b\" {\n".repeat(20_000)));
    }

    private static List<HostileFile> long_() {
        return List.of(
                large("long/million-lines.txt", () -> "строка\n".repeat(1_000_000)),
                large("long/million-lines.log", () -> "2026-01-01 10:00:00 ок\n".repeat(100_000)),
                large("long/million-blank-lines.md", () -> "\n".repeat(1_000_000) + "# конец"),
                large("long/one-line.txt", () -> "я".repeat(3_000_000)),
                large("long/one-line.md", () -> "слово ".repeat(300_000)),
                large("long/one-line.json", () -> "{\"a\":\"" + "я".repeat(2_000_000) + "\"}"),
                large("long/too-long.txt", () -> "я".repeat(10_000_001)),
                large("long/keys.yaml", () -> numbered(30_000, "ключ%d: 1\n")),
                large("long/documents.yaml", () -> "---\nа: 1\n".repeat(50_000)),
                large("long/headings.md", () -> numbered(20_000, "# Глава %d\n")),
                large("long/members.json", () -> "[\n" + numbered(30_000, "%d,\n") + "1]"),
                large("long/table.md", () -> "|а|\n|-|\n" + "|б|\n".repeat(100_000)),
                large(
                        "long/columns.md",
                        () -> "|а".repeat(20_000) + "|\n" + "|-".repeat(20_000) + "|\n"));
    }

    private static List<HostileFile> quadratic() {
        return List.of(
                large("quadratic/backticks.md", () -> ticks(1_500)),
                large(
                        "quadratic/references.md",
                        () -> "[а]: б\n".repeat(20_000) + "[а]".repeat(20_000)),
                large("quadratic/open-links.md", () -> "[a](b".repeat(50_000)),
                large("quadratic/open-titles.md", () -> "[a](<b \"".repeat(30_000)),
                large("quadratic/comments.md", () -> "<!--".repeat(30_000)),
                large("quadratic/instructions.md", () -> "<?a ".repeat(30_000)),
                large("quadratic/declarations.md", () -> "<!A ".repeat(30_000)),
                large("quadratic/cdata.md", () -> "<![CDATA[".repeat(30_000)),
                large("quadratic/entities.md", () -> "&#x".repeat(50_000)),
                large("quadratic/autolinks.md", () -> "<http://a".repeat(30_000)),
                large("quadratic/tags.md", () -> "<a b=\"".repeat(30_000)),
                large("quadratic/attributes.md", () -> "<a " + "b=c ".repeat(50_000)),
                large("quadratic/underscores.md", () -> "_a__b".repeat(50_000)),
                large("quadratic/backslashes.md", () -> "\\[".repeat(DEEP)),
                large("quadratic/setext.md", () -> "a\n".repeat(50_000) + "="),
                large("quadratic/pipes.md", () -> ("|".repeat(2_000) + "\n").repeat(100)),
                large(
                        "quadratic/front-matter-title.md",
                        () -> "---\ntitle: \"" + " ".repeat(DEEP) + "\n---\na"),
                large(
                        "quadratic/front-matter-key.md",
                        () -> "---\n" + "a ".repeat(DEEP) + "\n---\na"),
                large(
                        "quadratic/status.md",
                        () -> "# ADR 1\n\n" + " *_|".repeat(50_000) + "status"),
                large(
                        "quadratic/superseded.md",
                        () -> "# ADR 1\n\n## Status\n\nSuperseded by" + " .".repeat(50_000)),
                large("quadratic/terminal.log", () -> "\u001B[".repeat(DEEP)),
                large("quadratic/terminal-title.log", () -> "\u001B]0;".repeat(DEEP)),
                large("quadratic/makefile.mk", () -> "a ".repeat(140) + "\n"),
                large(
                        "quadratic/function.java",
                        () -> ("a ".repeat(140) + "b(" + "\n").repeat(300)),
                large(
                        "quadratic/create.sql",
                        () -> ("create " + "a ".repeat(130) + "\n").repeat(300)),
                large(
                        "quadratic/asciidoc-list.adoc",
                        () -> ("a".repeat(3_000) + ":\n").repeat(100)),
                large("quadratic/asciidoc-attributes.adoc", () -> ":a".repeat(50_000)));
    }

    private static List<HostileFile> yaml() {
        String bomb =
                "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
                        + IntStream.range(1, 12)
                                .mapToObj(i ->
                                        "a%d: &a%d [%s]\n"
                                                .formatted(
                                                        i,
                                                        i,
                                                        String.join(
                                                                ",",
                                                                java.util.Collections.nCopies(
                                                                        9, "*a" + (i - 1)))))
                                .collect(Collectors.joining());
        return List.of(
                text("yaml/aliases.yaml", bomb),
                text("yaml/aliases-in-front-matter.md", "---\n" + bomb + "---\n# Text"),
                text("yaml/merge.yaml", "a: &a\n  b: 1\n  <<: *a\n"),
                text("yaml/itself.yaml", "&a [*a]"),
                text(
                        "yaml/itself-in-front-matter.md",
                        "---\ntags: &a [*a]\nowner: *a\n---\n# Text"),
                text(
                        "yaml/object.yaml",
                        "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://127.0.0.1:1/\"]]]]"),
                text(
                        "yaml/object-in-front-matter.md",
                        "---\nowner: !!java.net.URL [\"http://127.0.0.1:1/\"]\n---\n# Text"),
                text("yaml/tags.yaml", "!<tag:yaml.org,2002:java.lang.Runtime> {}"),
                text(
                        "yaml/numbers.yaml",
                        "a: 1e999999999\nb: 0x"
                                + "f".repeat(10_000)
                                + "\nc: 190:20:30:"
                                + "59:".repeat(1_000)
                                + "1"),
                text(
                        "yaml/number-in-front-matter.md",
                        "---\nversion: " + "9".repeat(90_000) + "\n---\n# Text"),
                text(
                        "yaml/date-in-front-matter.md",
                        "---\nreview: 99999999999-99-99\n---\n# Text"));
    }

    private static List<HostileFile> encodings() {
        byte[] nul = "a\0b\0 text with nothing between".getBytes(StandardCharsets.UTF_8);
        return List.of(
                of("encodings/nul.md", nul),
                of("encodings/only-nul.txt", new byte[10_000]),
                of("encodings/utf16le.txt", bytes("\uFEFFтекст по-русски", "UTF-16LE")),
                of("encodings/utf16be.txt", bytes("\uFEFFтекст по-русски", "UTF-16BE")),
                of("encodings/utf32.txt", bytes("\uFEFFтекст по-русски", "UTF-32BE")),
                of("encodings/odd-utf16.txt", new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0, 'b'}),
                of(
                        "encodings/utf7.html",
                        bytes(
                                "<meta charset=utf-7><p>+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
                                "US-ASCII")),
                of("encodings/two-marks.md", bytes("\uFEFF\uFEFF# Text", "UTF-8")),
                of("encodings/mark-inside.md", bytes("# Te\uFEFFxt", "UTF-8")),
                of(
                        "encodings/overlong.txt",
                        new byte[] {
                            'a', ' ', (byte) 0xC0, (byte) 0xAF, ' ', 'b', ' ', 'c', 'd', 'e', 'f'
                        }),
                of(
                        "encodings/surrogates.txt",
                        new byte[] {
                            'a', 'b', 'c', 'd', ' ', (byte) 0xED, (byte) 0xA0, (byte) 0x80, ' ', 'x'
                        }),
                of("encodings/cut.txt", new byte[] {'a', 'b', 'c', ' ', (byte) 0xF0, (byte) 0x9F}),
                of("encodings/latin.txt", bytes("größer als üblich, naïve Façade", "ISO-8859-1")),
                of(
                        "encodings/koi8.txt",
                        bytes("перезапустите службу и проверьте журнал", "KOI8-R")),
                text("encodings/bidi.md", "# \u202Etxet\u202C \u2066a\u2069 \u200Bb\u200D \uFEFF"),
                text("encodings/zalgo.md", "a" + "\u0301".repeat(50_000)),
                text("encodings/noncharacters.md", "# a\uFFFE\uFFFFb \uDBFF\uDFFF"),
                text(
                        "encodings/controls.md",
                        "a\u0001b\u0007c\u001Bd\u007Fe\u0085f\u2028g\u2029h text that goes on for a while to be read"),
                text("encodings/returns.md", "a\rb\r\nc\n\rd"),
                text("encodings/blank.md", " \n\t\n\u00A0"),
                of("encodings/empty.md", new byte[0]));
    }

    /** Texts that name addresses or files; nobody may go there. */
    private static List<HostileFile> outside(int canary) {
        String there = "http://127.0.0.1:" + canary + "/";
        String entity = "<!DOCTYPE a [<!ENTITY e SYSTEM \"" + there + "\">]><a>&e;</a>";
        String file = "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>";
        String svg =
                "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">";
        return List.of(
                text("outside/entity.xml", "<?xml version=\"1.0\"?>" + entity),
                text(
                        "outside/entity.svg",
                        "<?xml version=\"1.0\"?>"
                                + entity.replace("<a>", svg).replace("</a>", "</svg>")),
                text("outside/file.svg", "<?xml version=\"1.0\"?>" + file),
                text("outside/image.svg", svg + "<image xlink:href=\"" + there + "\"/></svg>"),
                text("outside/script.svg", svg + "<script>fetch('" + there + "')</script></svg>"),
                text("outside/use.svg", svg + "<use href=\"" + there + "#a\"/></svg>"),
                text("outside/style.svg", svg + "<style>@import url(" + there + ");</style></svg>"),
                text("outside/laughs.svg", HostileMarkup.laughs()),
                text(
                        "outside/stylesheet.xml",
                        "<?xml-stylesheet href=\"" + there + "\" type=\"text/xsl\"?><a/>"),
                text(
                        "outside/schema.xml",
                        "<a xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"a "
                                + there
                                + "\"/>"),
                text(
                        "outside/include.xml",
                        "<a xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\""
                                + there
                                + "\"/></a>"),
                text(
                        "outside/include.adoc",
                        "= Text\n\ninclude::"
                                + there
                                + "[]\n\ninclude::/etc/passwd[]\n\nimage::"
                                + there
                                + "[]\n"),
                text(
                        "outside/stylesheet.adoc",
                        "= Text\n:stylesheet: "
                                + there
                                + "\n:linkcss:\n:docinfo: shared\n\nplantuml::"
                                + there
                                + "[]\n"),
                text(
                        "outside/image.md",
                        "# Text\n\n![a]("
                                + there
                                + ") <img src=\""
                                + there
                                + "\"> <link rel=stylesheet href=\""
                                + there
                                + "\">"),
                text(
                        "outside/mermaid.md",
                        "```mermaid\ngraph TD\nA[\"<img src='"
                                + there
                                + "'>\"]\nclick A \""
                                + there
                                + "\"\n```"),
                text(
                        "outside/reference.json",
                        "{\"$ref\": \"" + there + "\", \"$schema\": \"" + there + "\"}"),
                text("outside/include.yaml", "a: !include " + there + "\nb: !ENV ${PATH}\n"));
    }

    private static String indented(int levels, String line) {
        return IntStream.range(0, levels)
                .mapToObj(level -> "  ".repeat(level) + line + "\n")
                .collect(Collectors.joining());
    }

    private static String numbered(int lines, String pattern) {
        return IntStream.range(0, lines).mapToObj(pattern::formatted).collect(Collectors.joining());
    }

    private static String ticks(int most) {
        return IntStream.range(1, most)
                .mapToObj(count -> "`".repeat(count) + " ")
                .collect(Collectors.joining());
    }

    private static byte[] bytes(String text, String charset) {
        return text.getBytes(Charset.forName(charset));
    }
}
