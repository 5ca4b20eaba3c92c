package io.opslore.ingest.hostile;

import static io.opslore.ingest.hostile.HostileFile.large;
import static io.opslore.ingest.hostile.HostileFile.of;
import static io.opslore.ingest.hostile.HostileFile.text;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.opslore.ingest.archive.TestingArchives;
import io.opslore.ingest.tika.TestingDocuments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** Word documents, their relatives, and pages of the web, that mean harm. */
final class HostileMarkup {

    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String RELATION =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPES =
            """
            <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>\
            """;

    private HostileMarkup() {}

    static List<HostileFile> all(int canary) {
        String there = "http://127.0.0.1:" + canary + "/";
        return Stream.of(word(there), relatives(there), pages(there))
                .flatMap(List::stream)
                .toList();
    }

    /** Ten times ten times ten … */
    static String laughs() {
        return "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY l0 \"ha\">"
                + IntStream.range(1, 10)
                        .mapToObj(i ->
                                "<!ENTITY l%d \"%s\">"
                                        .formatted(i, ("&l" + (i - 1) + ";").repeat(10)))
                        .collect(Collectors.joining())
                + "]><a>&l9;</a>";
    }

    private static List<HostileFile> word(String there) {
        String entity = "<!DOCTYPE w:document [<!ENTITY e SYSTEM \"" + there + "\">]>";
        String parameter = "<!DOCTYPE w:document [<!ENTITY % e SYSTEM \"" + there + "\"> %e;]>";
        return List.of(
                docx("word/entity.docx", document(entity, "&e;")),
                docx(
                        "word/file-entity.docx",
                        document(
                                "<!DOCTYPE w:document [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
                                "&e;")),
                docx("word/parameter-entity.docx", document(parameter, "a")),
                docx(
                        "word/dtd.docx",
                        document("<!DOCTYPE w:document SYSTEM \"" + there + "\">", "a")),
                docx(
                        "word/public-dtd.docx",
                        document("<!DOCTYPE w:document PUBLIC \"a\" \"" + there + "\">", "a")),
                docx(
                        "word/laughs.docx",
                        laughs().replace(
                                        "<a>",
                                        "<w:document xmlns:w=\"" + W + "\"><w:body><w:p><w:r><w:t>")
                                .replace("</a>", "</w:t></w:r></w:p></w:body></w:document>")),
                docx(
                        "word/quadratic.docx",
                        document(
                                "<!DOCTYPE w:document [<!ENTITY e \""
                                        + "a".repeat(60_000)
                                        + "\">]>",
                                "&e;".repeat(30_000))),
                docxParts(
                        "word/types-entity.docx",
                        Map.of(
                                "[Content_Types].xml",
                                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e SYSTEM \""
                                        + there
                                        + "\">]>"
                                        + TYPES.substring(21)
                                                .replace("application/xml\"", "&e;\""))),
                docxParts(
                        "word/relations-entity.docx",
                        Map.of(
                                "_rels/.rels",
                                "<?xml version=\"1.0\"?><!DOCTYPE a SYSTEM \""
                                        + there
                                        + "\"><a/>")),
                docxParts(
                        "word/include.docx",
                        Map.of(
                                "word/document.xml",
                                document(
                                        "",
                                        "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\""
                                                + there
                                                + "\"/>"))),
                docxParts(
                        "word/template.docx",
                        Map.of(
                                "word/_rels/document.xml.rels",
                                relations("attachedTemplate", there))),
                docxParts(
                        "word/outside-image.docx",
                        Map.of("word/_rels/document.xml.rels", relations("image", there))),
                docxParts(
                        "word/frame.docx",
                        Map.of("word/_rels/document.xml.rels", relations("frame", there))),
                docxParts(
                        "word/outside-object.docx",
                        Map.of(
                                "word/_rels/document.xml.rels",
                                relations("oleObject", there + "!a"))),
                docxParts(
                        "word/unc.docx",
                        Map.of(
                                "word/_rels/document.xml.rels",
                                relations("hyperlink", "\\\\\\\\127.0.0.1\\\\share"))),
                docx(
                        "word/field.docx",
                        document(
                                "",
                                "</w:t><w:instrText>INCLUDETEXT \""
                                        + there
                                        + "\"</w:instrText><w:instrText>DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe</w:instrText><w:t>")),
                docxParts("word/macro.docx", Map.of("word/vbaProject.bin", "Sub AutoOpen()")),
                docxParts(
                        "word/subdocument.docx",
                        Map.of(
                                "word/_rels/document.xml.rels",
                                relations("subDocument", "file:///etc/passwd"))),
                docxParts(
                        "word/loop.docx",
                        Map.of("word/_rels/document.xml.rels", internal("header", "document.xml"))),
                docxParts(
                        "word/climbing.docx",
                        Map.of(
                                "word/_rels/document.xml.rels",
                                internal("header", "../../../../etc/passwd"))),
                docxParts(
                        "word/metadata-entity.docx",
                        Map.of(
                                "docProps/core.xml",
                                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e SYSTEM \""
                                        + there
                                        + "\">]><a>&e;</a>")),
                docxLarge(
                        "word/deep.docx",
                        () ->
                                document(
                                        "",
                                        "</w:t></w:r></w:p>"
                                                + "<w:tbl><w:tr><w:tc>".repeat(20_000))),
                docxLarge(
                        "word/many-paragraphs.docx",
                        () -> document("", "a</w:t></w:r></w:p><w:p><w:r><w:t>".repeat(100_000))),
                docxLarge("word/zip-bomb.docx", () -> document("", " ".repeat(150_000_000))),
                docxLarge(
                        "word/long-attribute.docx",
                        () ->
                                document(
                                        "",
                                        "</w:t></w:r><w:r w:a=\""
                                                + "a".repeat(20_000_000)
                                                + "\"><w:t>")),
                of("word/encrypted.docx", TestingDocuments.encryptedDocx()),
                of("word/cut.docx", cut(TestingDocuments.docx(), 2)),
                of(
                        "word/no-document.docx",
                        TestingArchives.zip(
                                out -> TestingArchives.add(out, "[Content_Types].xml", TYPES))),
                of(
                        "word/plain-zip.docx",
                        TestingArchives.zip(out -> TestingArchives.add(out, "a.txt", "a"))),
                of("word/twice.docx", twice()),
                of(
                        "word/not-xml.docx",
                        TestingArchives.zip(out -> {
                            TestingArchives.add(out, "[Content_Types].xml", TYPES);
                            TestingArchives.add(out, "word/document.xml", "\u0000\u0001 nothing");
                        })));
    }

    private static List<HostileFile> relatives(String there) {
        String sheet =
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e SYSTEM \""
                        + there
                        + "\">]><a>&e;</a>";
        return List.of(
                of(
                        "office/entity.xlsx",
                        zip(
                                Map.of(
                                        "[Content_Types].xml",
                                        sheet,
                                        "xl/workbook.xml",
                                        sheet,
                                        "xl/sharedStrings.xml",
                                        sheet))),
                of("office/plain.xlsx", TestingDocuments.xlsx()),
                of("office/xlsx.docx", TestingDocuments.xlsx()),
                of(
                        "office/entity.odt",
                        zip(
                                Map.of(
                                        "mimetype",
                                        "application/vnd.oasis.opendocument.text",
                                        "content.xml",
                                        sheet,
                                        "META-INF/manifest.xml",
                                        sheet))),
                of(
                        "office/odt.docx",
                        zip(
                                Map.of(
                                        "mimetype",
                                        "application/vnd.oasis.opendocument.text",
                                        "content.xml",
                                        sheet,
                                        "word/document.xml",
                                        sheet))),
                of(
                        "office/entity.pptx",
                        zip(Map.of("[Content_Types].xml", sheet, "ppt/presentation.xml", sheet))),
                of(
                        "office/entity.epub",
                        zip(
                                Map.of(
                                        "mimetype",
                                        "application/epub+zip",
                                        "META-INF/container.xml",
                                        sheet))),
                of(
                        "office/jar.docx",
                        zip(
                                Map.of(
                                        "META-INF/MANIFEST.MF",
                                        "Main-Class: A",
                                        "A.class",
                                        "\u00CA\u00FE",
                                        "word/document.xml",
                                        "a"))),
                text(
                        "office/object.rtf",
                        "{\\rtf1{\\object\\objautlink{\\*\\objclass Word.Document}{\\*\\objdata "
                                + there
                                + "}}}"),
                text(
                        "office/flat.docx",
                        "<?xml version=\"1.0\"?><pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">"
                                + sheet
                                + "</pkg:package>"));
    }

    private static List<HostileFile> pages(String there) {
        String entity =
                "<?xml version=\"1.0\"?><!DOCTYPE html [<!ENTITY e SYSTEM \""
                        + there
                        + "\">]><html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>&e; text</p></body></html>";
        return List.of(
                text("pages/entity.xhtml", entity),
                text("pages/entity.html", entity),
                text("pages/file-entity.xhtml", entity.replace(there, "file:///etc/passwd")),
                text(
                        "pages/dtd.xhtml",
                        "<!DOCTYPE html SYSTEM \""
                                + there
                                + "\"><html><body><p>text</p></body></html>"),
                text(
                        "pages/laughs.xhtml",
                        laughs().replace("<a>", "<html><body>").replace("</a>", "</body></html>")),
                text(
                        "pages/outside.html",
                        "<html><head><base href=\""
                                + there
                                + "\"><link rel=stylesheet href=a><script src=b></script><meta http-equiv=refresh content=\"0;url="
                                + there
                                + "\"></head><body background=c><p>text<img src=d><iframe src=e></iframe><object data=f></object><embed src=g><video poster=h><svg><image href=i></svg></body></html>"),
                text(
                        "pages/scripts.html",
                        "<html><body onload=alert(1)><script>alert(1)</script><p>text</p><a href=\"javascript:alert(1)\">b</a></body></html>"),
                text(
                        "pages/charset.html",
                        "<html><head><meta charset=\"x-nothing\"></head><body><p>text</p></body></html>"),
                text("pages/unclosed.html", "<html><body><p>text<!-- "),
                text("pages/frames.html", "<frameset><frame src=\"" + there + "\"></frameset>"),
                large("pages/deep.html", () -> "<div>".repeat(100_000) + "text"),
                large("pages/deep-inline.html", () -> "<p>" + "<b><i>".repeat(50_000) + "text"),
                large("pages/deep-tables.html", () -> "<table><tr><td>".repeat(20_000) + "text"),
                large("pages/deep-lists.html", () -> "<ul><li>".repeat(50_000) + "text"),
                large("pages/deep-fonts.html", () -> "<font><p>".repeat(20_000) + "text"),
                large("pages/adoption.html", () -> "<a><p>".repeat(20_000) + "text"),
                large(
                        "pages/misnested.html",
                        () -> "<b><i><u></b></i></u>".repeat(50_000) + "text"),
                large(
                        "pages/attributes.html",
                        () -> "<p " + numberedAttributes(50_000) + ">text</p>"),
                large("pages/comment.html", () -> "<!--" + "-".repeat(5_000_000) + "<p>text"),
                large("pages/cells.html", () -> "<table>" + "<tr><td>a<td>b".repeat(200_000)),
                large(
                        "pages/spans.html",
                        () -> "<table><tr><td colspan=1000000000 rowspan=1000000000>text</table>"),
                large("pages/entities.html", () -> "<p>" + "&amp".repeat(2_000_000)),
                large("pages/preformatted.html", () -> "<pre>" + "\n".repeat(3_000_000) + "</pre>"),
                large("pages/spaces.html", () -> "<pre>" + " ".repeat(3_000_000) + "a</pre>"));
    }

    private static String document(String before, String text) {
        return "<?xml version=\"1.0\"?>"
                + before
                + "<w:document xmlns:w=\""
                + W
                + "\"><w:body><w:p><w:r><w:t>"
                + text
                + "</w:t></w:r></w:p></w:body></w:document>";
    }

    private static String relations(String type, String target) {
        return "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\""
                + RELATION
                + "/"
                + type
                + "\" Target=\""
                + target
                + "\" TargetMode=\"External\"/></Relationships>";
    }

    private static String internal(String type, String target) {
        return relations(type, target).replace(" TargetMode=\"External\"", "");
    }

    private static HostileFile docx(String path, String document) {
        return docxParts(path, Map.of("word/document.xml", document));
    }

    private static HostileFile docxLarge(String path, Supplier<String> document) {
        return new HostileFile(
                path,
                () -> docxParts(path, Map.of("word/document.xml", document.get())).content().get());
    }

    private static HostileFile docxParts(String path, Map<String, String> parts) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("[Content_Types].xml", TYPES);
        all.put("_rels/.rels", internal("officeDocument", "word/document.xml"));
        all.put("word/document.xml", document("", "text"));
        all.putAll(parts);
        return of(path, zip(all));
    }

    private static byte[] zip(Map<String, String> parts) {
        return TestingArchives.zip(out -> {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                TestingArchives.add(out, part.getKey(), part.getValue());
            }
        });
    }

    private static byte[] twice() {
        return TestingArchives.zip(out -> {
            TestingArchives.add(out, "[Content_Types].xml", TYPES);
            for (int i = 0; i < 2; i++) {
                out.putArchiveEntry(new ZipArchiveEntry("word/document.xml"));
                out.write(document("", "text " + i).getBytes(UTF_8));
                out.closeArchiveEntry();
            }
        });
    }

    private static String numberedAttributes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "a" + i + "=b")
                .collect(Collectors.joining(" "));
    }

    private static byte[] cut(byte[] whole, int parts) {
        return java.util.Arrays.copyOf(whole, whole.length / parts);
    }
}
