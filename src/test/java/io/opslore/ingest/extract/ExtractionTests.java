package io.opslore.ingest.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.opslore.ingest.IngestState.Reason;
import io.opslore.ingest.TestingSettings;
import io.opslore.library.Block;
import io.opslore.library.Format;
import io.opslore.library.Mask;
import io.opslore.library.RevisionText;
import io.opslore.library.SpaceId;
import io.opslore.testing.TestingPictures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractionTests {

    private static final String RUSSIAN =
            "Перезапустите службу и проверьте журнал.\nЗатем сообщите дежурному инженеру.\n";

    private static final SpaceId SPACE = new SpaceId(UUID.randomUUID());

    private final TestingConverter converter = new TestingConverter();
    private final Extraction extraction =
            new Extraction(converter, new TestingMasking(), TestingSettings.in(Path.of("unused")));

    @Test
    void keepsLineNumbersWhenLineEndsAreBroughtToOneForm() throws Exception {
        RevisionText text = extract("a.txt", "one\r\n\r\ntwo\rthree\n");

        assertThat(text.text()).isEqualTo("one\n\ntwo\nthree\n");
        assertThat(text.blocks())
                .containsExactly(
                        Block.of(Block.Kind.PARAGRAPH, 1, 1), Block.of(Block.Kind.PARAGRAPH, 3, 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTF-8",
                "UTF-16",
                "UTF-16LE",
                "UTF-16BE",
                "windows-1251",
                "KOI8-R",
                "IBM866"
            })
    void readsRussianInEveryUsualCharacterSet(String charset) throws Exception {
        byte[] bytes = RUSSIAN.getBytes(Charset.forName(charset));

        assertThat(extract("a.txt", bytes).text()).isEqualTo(RUSSIAN);
    }

    @Test
    void readsWesternTextInItsOldCharacterSet() throws Exception {
        String text = "Überprüfen Sie das Protokoll für den Dienst – später.\n";

        assertThat(extract("a.txt", text.getBytes("windows-1252")).text()).isEqualTo(text);
    }

    @Test
    void dropsByteOrderMarkControlCharactersAndTerminalColours() throws Exception {
        RevisionText text = extract("a.txt", "\uFEFFa\u0007b\n\u001B[1;31mred\u001B[0m\n");

        assertThat(text.text()).isEqualTo("ab\nred\n");
    }

    @Test
    void keepsATextThatIsDamagedInPlaces() throws Exception {
        byte[] bytes = RUSSIAN.getBytes(StandardCharsets.UTF_8);
        bytes[11] = (byte) 0xFF;

        assertThat(extract("a.log", bytes).text()).startsWith("Перез").contains("инженеру");
    }

    @ParameterizedTest
    @CsvSource({
        "README.md, MARKDOWN, markdown",
        "guide.adoc, ASCIIDOC, asciidoc",
        "deploy.yaml, YAML, yaml",
        "_helpers.tpl, YAML, yaml",
        "package.json, JSON, json",
        "main.go, CODE, go",
        "main.tf, CODE, hcl",
        "Dockerfile, CODE, dockerfile",
        "app.Dockerfile, CODE, dockerfile",
        "Dockerfile.prod, CODE, dockerfile",
        "Jenkinsfile, CODE, groovy",
        "Makefile, CODE, makefile",
        "run.sh, CODE, bash",
        "app.py, CODE, python",
        "syslog, LOG, ''",
        "app.log.1, LOG, ''",
        "notes.txt, TEXT, ''",
        "LICENSE, TEXT, ''"
    })
    void choosesTheSyntaxByNameAmongWhatTheContentAllows(String name, Format format, String syntax)
            throws Exception {
        RevisionText text = extract("folder/" + name, "some: text\n");

        assertThat(text.format()).isEqualTo(format);
        assertThat(text.syntax()).isEqualTo(syntax);
    }

    @Test
    void choosesTheSyntaxByContentWhereTheNameSaysNothing() throws Exception {
        assertThat(extract("run", "#!/usr/bin/env bash\necho\n").syntax()).isEqualTo("bash");
        assertThat(extract("tool", "#!/usr/bin/python3\n").syntax()).isEqualTo("python");
        assertThat(extract("obj", "apiVersion: v1\nkind: Pod\n").format()).isEqualTo(Format.YAML);
        assertThat(extract("data", "{\n}\n").format()).isEqualTo(Format.JSON);
        assertThat(
                        extract(
                                        "out.txt",
                                        "2026-01-01T10:00:00Z a\n2026-01-01T10:00:01Z b\n2026-01-01T10:00:02Z c\n")
                                .format())
                .isEqualTo(Format.LOG);
    }

    @Test
    void refusesBinaryContentUnderAnyName() throws Exception {
        byte[] gzip = {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        byte[] exe = new byte[512];
        exe[0] = 'M';
        exe[1] = 'Z';

        assertThat(failure("x.md", gzip).detail()).contains("gzip");
        assertThat(failure("x.txt", exe).reason()).isEqualTo(Reason.UNSUPPORTED_TYPE);
        assertThat(failure("x.md", zip("a.txt")).detail()).contains("application/zip");
        assertThat(
                        failure("x.txt", "{\\rtf1\\ansi text}".getBytes(StandardCharsets.UTF_8))
                                .reason())
                .isEqualTo(Reason.UNSUPPORTED_TYPE);
    }

    @Test
    void takesAPictureInUnderAnyNameAndInventsNoTextForIt() throws Exception {
        RevisionText text = extract("x.md", TestingPictures.of("png", 4, 3));

        assertThat(text.format()).isEqualTo(Format.IMAGE);
        assertThat(text.text()).isEmpty();
        assertThat(text.blocks()).isEmpty();
    }

    @Test
    void readsAPageThatCallsItselfAPictureAsAPage() throws Exception {
        extract("x.png", "<!DOCTYPE html><html><body>Hello</body></html>");

        assertThat(converter.kinds).containsExactly(Converter.Kind.HTML);
    }

    @Test
    void refusesTextThatTurnsBinaryFurtherDown() {
        byte[] bytes = new byte[200_000];
        java.util.Arrays.fill(bytes, 0, 100_000, (byte) 'a');

        assertThat(failure("x.sh", bytes).reason()).isEqualTo(Reason.UNSUPPORTED_TYPE);
    }

    @Test
    void refusesEmptyAndEndlessTexts() {
        assertThat(failure("x.md", new byte[0]).reason()).isEqualTo(Reason.EMPTY);
        assertThat(failure("x.md", " \n\t\n".getBytes(StandardCharsets.UTF_8)).reason())
                .isEqualTo(Reason.EMPTY);
        assertThat(
                        failure("x.md", "a".repeat(10_000_001).getBytes(StandardCharsets.UTF_8))
                                .reason())
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void sendsDocumentsToTheConverter() throws Exception {
        extract("a.txt", "%PDF-1.7\n%....");
        extract("b.html", "<p>Hello</p>");
        extract("c", "<!DOCTYPE html><html><body>Hello</body></html>");
        extract("d.docx", zip("[Content_Types].xml"));

        assertThat(converter.kinds)
                .containsExactly(
                        Converter.Kind.PDF,
                        Converter.Kind.HTML,
                        Converter.Kind.HTML,
                        Converter.Kind.DOCX);
    }

    @Test
    void readsMarkdownThatBeginsWithHtmlAsMarkdown() throws Exception {
        RevisionText text = extract("README.md", "<h1 align=center>Tool</h1>\n\n# Use\n");

        assertThat(text.format()).isEqualTo(Format.MARKDOWN);
        assertThat(text.title()).isEqualTo("Use");
    }

    @Test
    void handsOutNoSecretOfATextNorOfItsTitle() throws Exception {
        Extracted extracted =
                extracted("a.md", "# Login hunter22\n\nUse hunter22.\n".getBytes(UTF_8));

        assertThat(extracted.text().toString()).doesNotContain("hunter22");
        assertThat(extracted.text().title()).isEqualTo("Login «secret:password#000008»");
        assertThat(extracted.text().lines()).hasSize(4);
        assertThat(extracted.masks().version()).isEqualTo("testing");
        assertThat(extracted.masks().all()).extracting(Mask::line).containsExactly(1, 3);
    }

    @Test
    void handsOutNoSecretOfAConvertedFileNorOfItsMetadata() throws Exception {
        converter.converted =
                new Converter.Converted("Ask for hunter22.\n", "Plan of hunter333", List.of());

        Extracted extracted = extracted("a.pdf", "%PDF-1.7\n".getBytes(UTF_8));

        assertThat(extracted.text().toString()).doesNotContain("hunter");
        assertThat(extracted.text().title()).isEqualTo("Plan of «secret:password#000009»");
    }

    private RevisionText extract(String name, String text) throws Exception {
        return extract(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private RevisionText extract(String name, byte[] bytes) throws Exception {
        return extracted(name, bytes).text();
    }

    private Extracted extracted(String name, byte[] bytes) throws Exception {
        return extraction.extract(name, SPACE, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    private ExtractionFailed failure(String name, byte[] bytes) {
        return catchThrowableOfType(ExtractionFailed.class, () -> extract(name, bytes));
    }

    private static byte[] zip(String entry) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(1);
        }
        return out.toByteArray();
    }

    private static final class TestingConverter implements Converter {

        private final List<Kind> kinds = new java.util.ArrayList<>();
        private Converted converted = new Converted("Converted\n", "", List.of());

        @Override
        public Converted convert(Kind kind, InputStream bytes, long size) {
            kinds.add(kind);
            return converted;
        }
    }
}
