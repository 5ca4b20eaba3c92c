package io.opslore.ingest.hostile;

import static io.opslore.ingest.hostile.HostileFile.of;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.opslore.ingest.archive.TestingArchives;
import io.opslore.ingest.tika.TestingDocuments;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** PDFs that mean harm, and files that are two things at once. */
final class HostilePdfs {

    private static final byte[] FINE = TestingDocuments.pdf(List.of(List.of("All is well")));

    private HostilePdfs() {}

    static List<HostileFile> all(int canary) {
        String there = "http://127.0.0.1:" + canary + "/";
        return Stream.of(actions(there), structure(there), broken(), polyglots(there))
                .flatMap(List::stream)
                .toList();
    }

    private static List<HostileFile> actions(String there) {
        return Stream.of(
                        "/S /JavaScript /JS (app.launchURL\\('" + there + "'\\))",
                        "/S /Launch /F << /Type /Filespec /F (cmd.exe) /P (/c calc) >>",
                        "/S /Launch /F (" + there + ")",
                        "/S /URI /URI (" + there + ")",
                        "/S /GoToR /F << /FS /URL /F (" + there + ") >> /D [0 /Fit]",
                        "/S /GoToE /F << /FS /URL /F (" + there + ") >> /T << /R /C >>",
                        "/S /SubmitForm /F << /FS /URL /F (" + there + ") >>",
                        "/S /ImportData /F << /FS /URL /F (" + there + ") >>",
                        "/S /Movie /T (a)",
                        "/S /Rendition /R << /C << /D << /FS /URL /F (" + there + ") >> >> >>",
                        "/S /Thread /F << /FS /URL /F (" + there + ") >>",
                        "/S /Named /N /Print")
                .map(action ->
                        of(
                                "pdf/action-"
                                        + action.split("[ /]+")[2]
                                        + "-"
                                        + action.hashCode()
                                        + ".pdf",
                                pdf(
                                        "/OpenAction << "
                                                + action
                                                + " >> /AA << /WC << "
                                                + action
                                                + " >> >>",
                                        "",
                                        "")))
                .toList();
    }

    private static List<HostileFile> structure(String there) {
        String entity =
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e SYSTEM \""
                        + there
                        + "\">]><a>&e;</a>";
        String reference = "/F << /FS /URL /F (" + there + ") >> /FFilter /FlateDecode";
        return List.of(
                of(
                        "pdf/xfa-entity.pdf",
                        pdf("/AcroForm << /XFA 9 0 R >>", "", stream(9, "", entity))),
                of(
                        "pdf/xfa-laughs.pdf",
                        pdf(
                                "/AcroForm << /XFA 9 0 R >>",
                                "",
                                stream(9, "", HostileMarkup.laughs()))),
                of(
                        "pdf/metadata-entity.pdf",
                        pdf(
                                "/Metadata 9 0 R",
                                "",
                                stream(9, "/Type /Metadata /Subtype /XML", entity))),
                of(
                        "pdf/metadata-laughs.pdf",
                        pdf(
                                "/Metadata 9 0 R",
                                "",
                                stream(
                                        9,
                                        "/Type /Metadata /Subtype /XML",
                                        HostileMarkup.laughs()))),
                of("pdf/outside-content.pdf", pdf("", "/Contents 9 0 R", stream(9, reference, ""))),
                of(
                        "pdf/file-content.pdf",
                        pdf("", "/Contents 9 0 R", stream(9, "/F (/etc/passwd)", ""))),
                of(
                        "pdf/attachment.pdf",
                        pdf(
                                "/Names << /EmbeddedFiles << /Names [(a.exe) << /F (a.exe) /EF << /F 9 0 R >> >>] >> >>",
                                "",
                                stream(9, "/Type /EmbeddedFile", "MZ"))),
                of(
                        "pdf/pdf-inside.pdf",
                        pdf(
                                "/Names << /EmbeddedFiles << /Names [(a.pdf) << /F (../../a.pdf) /EF << /F 9 0 R >> >>] >> >>",
                                "",
                                stream(9, "/Type /EmbeddedFile", new String(FINE, ISO_8859_1)))),
                of(
                        "pdf/flate-bomb.pdf",
                        pdf(
                                "",
                                "/Contents 9 0 R",
                                packed(9, " ".repeat(100_000_000).getBytes(ISO_8859_1), 1))),
                of(
                        "pdf/flate-bomb-twice.pdf",
                        pdf(
                                "",
                                "/Contents 9 0 R",
                                packed(9, " ".repeat(100_000_000).getBytes(ISO_8859_1), 2))),
                of(
                        "pdf/text-bomb.pdf",
                        pdf(
                                "",
                                "/Contents 9 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>",
                                packed(
                                        9,
                                        ("BT /F1 9 Tf "
                                                        + "(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj "
                                                                .repeat(400_000)
                                                        + "ET")
                                                .getBytes(ISO_8859_1),
                                        1))),
                of(
                        "pdf/page-loop.pdf",
                        raw(
                                "1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj 2 0 obj << /Type /Pages /Kids [2 0 R 2 0 R] /Count 9999999 >> endobj trailer << /Root 1 0 R >>")),
                of(
                        "pdf/parent-loop.pdf",
                        raw(
                                "1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj 2 0 obj << /Type /Pages /Parent 2 0 R /Kids [3 0 R] /Count 1 >> endobj 3 0 obj << /Type /Page /Parent 3 0 R >> endobj trailer << /Root 1 0 R >>")),
                of(
                        "pdf/form-loop.pdf",
                        pdf(
                                "",
                                "/Contents 9 0 R /Resources << /XObject << /A 8 0 R >> >>",
                                stream(9, "", "/A Do")
                                        + stream(
                                                8,
                                                "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A 8 0 R >> >>",
                                                "/A Do /A Do"))),
                of("pdf/root-loop.pdf", raw("1 0 obj 1 0 R endobj trailer << /Root 1 0 R >>")),
                of(
                        "pdf/previous-loop.pdf",
                        raw(
                                "xref\n0 1\n0000000000 65535 f \ntrailer << /Root 1 0 R /Prev 9 /Size 1 >>\nstartxref\n9\n%%EOF")),
                of(
                        "pdf/length-loop.pdf",
                        pdf(
                                "",
                                "/Contents 9 0 R",
                                "9 0 obj << /Length 9 0 R >> stream\na\nendstream endobj ")),
                of(
                        "pdf/huge-length.pdf",
                        pdf(
                                "",
                                "/Contents 9 0 R",
                                "9 0 obj << /Length 99999999999 >> stream\na\nendstream endobj ")),
                of(
                        "pdf/negative-length.pdf",
                        pdf(
                                "",
                                "/Contents 9 0 R",
                                "9 0 obj << /Length -1 >> stream\na\nendstream endobj ")),
                of("pdf/deep-array.pdf", pdf("/A " + "[".repeat(100_000), "", "")),
                of("pdf/deep-dictionary.pdf", pdf("/A " + "<< /A ".repeat(100_000), "", "")),
                of(
                        "pdf/deep-outline.pdf",
                        pdf(
                                "/Outlines 9 0 R",
                                "",
                                "9 0 obj << /First 9 0 R /Next 9 0 R /Title (a) >> endobj ")),
                of(
                        "pdf/many-objects.pdf",
                        pdf(
                                "",
                                "",
                                IntStream.range(10, 200_000)
                                        .mapToObj(i -> i + " 0 obj null endobj\n")
                                        .collect(Collectors.joining()))),
                of(
                        "pdf/many-pages.pdf",
                        raw(
                                "1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj 2 0 obj << /Type /Pages /Kids ["
                                        + "3 0 R ".repeat(50_000)
                                        + "] /Count 50000 >> endobj 3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >> endobj trailer << /Root 1 0 R >>")),
                of("pdf/huge-page.pdf", pdf("", "/MediaBox [0 0 1e38 1e38] /Rotate 1e38", "")),
                of(
                        "pdf/font-loop.pdf",
                        pdf(
                                "",
                                "/Contents 9 0 R /Resources << /Font << /F1 8 0 R >> >>",
                                stream(9, "", "BT /F1 9 Tf (a) Tj ET")
                                        + "8 0 obj << /Type /Font /Subtype /Type0 /BaseFont /A /DescendantFonts [8 0 R] /Encoding 8 0 R /ToUnicode 8 0 R >> endobj ")),
                of(
                        "pdf/type3-loop.pdf",
                        pdf(
                                "",
                                "/Contents 9 0 R /Resources << /Font << /F1 8 0 R >> >>",
                                stream(9, "", "BT /F1 9 Tf (a) Tj ET")
                                        + "8 0 obj << /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /CharProcs << /a 9 0 R >> /Encoding << /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [1] /Resources << /Font << /F1 8 0 R >> >> >> endobj ")),
                of(
                        "pdf/cmap.pdf",
                        pdf(
                                "",
                                "/Contents 9 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 8 0 R >> >> >>",
                                stream(9, "", "BT /F1 9 Tf (a) Tj ET")
                                        + stream(
                                                8,
                                                "",
                                                "1 beginbfrange <00000000> <FFFFFFFF> <0000> endbfrange"))));
    }

    private static List<HostileFile> broken() {
        byte[] flipped = FINE.clone();
        IntStream.iterate(50, i -> i < flipped.length, i -> i + 37)
                .forEach(i -> flipped[i] ^= 0x55);
        return List.of(
                of("pdf/encrypted.pdf", TestingDocuments.encryptedPdf()),
                of("pdf/cut-early.pdf", Arrays.copyOf(FINE, 40)),
                of("pdf/cut-half.pdf", Arrays.copyOf(FINE, FINE.length / 2)),
                of("pdf/cut-late.pdf", Arrays.copyOf(FINE, FINE.length - 30)),
                of("pdf/flipped.pdf", flipped),
                of("pdf/only-head.pdf", "%PDF-1.7\n".getBytes(ISO_8859_1)),
                of("pdf/no-head.pdf", Arrays.copyOfRange(FINE, 8, FINE.length)),
                of(
                        "pdf/version.pdf",
                        new String(FINE, ISO_8859_1)
                                .replaceFirst("%PDF-1\\.\\d", "%PDF-9999999999.9")
                                .getBytes(ISO_8859_1)),
                of("pdf/zeros.pdf", ("%PDF-1.7\n" + "\0".repeat(1_000_000)).getBytes(ISO_8859_1)),
                of("pdf/random.pdf", random()),
                of("pdf/wrong-extension.md", FINE),
                of("pdf/wrong-extension.docx", FINE),
                of("pdf/text.pdf", "No PDF at all".getBytes(ISO_8859_1)));
    }

    private static List<HostileFile> polyglots(String there) {
        String page = "<html><script src=\"" + there + "\"></script><p>text</p></html>";
        byte[] zip = TestingArchives.zip(out -> TestingArchives.add(out, "a.md", "# A"));
        return List.of(
                of("polyglot/pdf-in-html.html", joined(page.getBytes(ISO_8859_1), FINE)),
                of("polyglot/html-in-pdf.pdf", joined(FINE, page.getBytes(ISO_8859_1))),
                of("polyglot/pdf-after-noise.pdf", joined(new byte[900], FINE)),
                of("polyglot/zip-after-pdf.pdf", joined(FINE, zip)),
                of("polyglot/zip-after-pdf.docx", joined(FINE, zip)),
                of("polyglot/pdf-after-zip.docx", joined(zip, FINE)),
                of(
                        "polyglot/script-in-gif.gif",
                        "GIF89a/*\0\0\0\0*/=1;alert(1)//".getBytes(ISO_8859_1)),
                of(
                        "polyglot/script-in-gif.js",
                        "GIF89a/*\0\0\0\0*/=1;alert(1)//".getBytes(ISO_8859_1)),
                of(
                        "polyglot/html-in-gif.html",
                        joined("GIF89a".getBytes(ISO_8859_1), page.getBytes(ISO_8859_1))),
                of(
                        "polyglot/html-in-png.png",
                        joined(
                                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'},
                                page.getBytes(ISO_8859_1))),
                of(
                        "polyglot/html-in-jpeg.jpg",
                        joined(
                                new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xFE},
                                page.getBytes(ISO_8859_1))),
                of(
                        "polyglot/webp.webp",
                        "RIFF\u00FF\u00FF\u00FF\u00FFWEBPVP8X".getBytes(ISO_8859_1)),
                of(
                        "polyglot/svg.png",
                        ("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")
                                .getBytes(ISO_8859_1)),
                of("polyglot/html.txt", page.getBytes(ISO_8859_1)),
                of("polyglot/html.md", page.getBytes(ISO_8859_1)),
                of(
                        "polyglot/elf.md",
                        new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 3, 0, 0x3E, 0}),
                of("polyglot/exe.pdf", joined("MZ".getBytes(ISO_8859_1), new byte[200])),
                of(
                        "polyglot/class.docx",
                        new byte[] {
                            (byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 65
                        }),
                of(
                        "polyglot/shell-in-zip.sh",
                        joined("#!/bin/sh\nexit\n".getBytes(ISO_8859_1), zip)));
    }

    private static byte[] pdf(String catalog, String page, String more) {
        String contents = page.contains("/Contents") ? "" : "/Contents 4 0 R";
        return raw(
                "1 0 obj << /Type /Catalog /Pages 2 0 R "
                        + catalog
                        + " >> endobj\n"
                        + "2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n"
                        + "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] "
                        + contents
                        + " "
                        + page
                        + " >> endobj\n"
                        + stream(4, "", "BT 50 700 Td (All is well) Tj ET")
                        + more
                        + "\ntrailer << /Root 1 0 R >>\n%%EOF");
    }

    private static byte[] raw(String body) {
        return ("%PDF-1.7\n" + body).getBytes(ISO_8859_1);
    }

    private static String stream(int number, String dictionary, String content) {
        return number
                + " 0 obj << "
                + dictionary
                + " /Length "
                + content.length()
                + " >> stream\n"
                + content
                + "\nendstream endobj\n";
    }

    private static String packed(int number, byte[] content, int times) {
        byte[] bytes = content;
        for (int i = 0; i < times; i++) {
            bytes = deflated(bytes);
        }
        return stream(
                number,
                "/Filter [" + "/FlateDecode ".repeat(times) + "]",
                new String(bytes, ISO_8859_1));
    }

    private static byte[] deflated(byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out, new Deflater(9))) {
            deflater.write(content);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] random() {
        byte[] bytes = new byte[100_000];
        new java.util.Random(5).nextBytes(bytes);
        System.arraycopy(raw(""), 0, bytes, 0, 9);
        return bytes;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
