package io.opslore.ingest.tika;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.opslore.ingest.IngestState.Reason;
import io.opslore.ingest.TestingSettings;
import io.opslore.ingest.extract.Converter.Converted;
import io.opslore.ingest.extract.Converter.Kind;
import io.opslore.ingest.extract.ExtractionFailed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class WorkersTests {

    private static final byte[] FINE = TestingDocuments.pdf(List.of(List.of("All is well")));

    @TempDir private static Path folder;
    private static Workers workers;

    @BeforeAll
    static void start() {
        workers = new Workers(TestingSettings.in(folder));
    }

    @AfterAll
    static void stop() {
        workers.destroy();
    }

    @Test
    void readsPagesAndKnowsWhereTheyBegin() throws Exception {
        byte[] pdf =
                TestingDocuments.pdf(
                        List.of(
                                List.of("First line", "Second line"),
                                List.of(),
                                List.of("Third page")));

        Converted converted = convert(workers, Kind.PDF, pdf);

        List<String> lines = List.of(converted.text().split("\n", -1));
        assertThat(converted.pageFirstLines()).hasSize(3);
        assertThat(lines.get(converted.pageFirstLines().get(0) - 1)).isEqualTo("First line");
        assertThat(lines.get(converted.pageFirstLines().get(0))).isEqualTo("Second line");
        assertThat(lines.get(converted.pageFirstLines().get(2) - 1)).isEqualTo("Third page");
    }

    @Test
    void writesAWordDocumentAsMarkdown() throws Exception {
        Converted converted = convert(workers, Kind.DOCX, TestingDocuments.docx());

        assertThat(converted.text())
                .isEqualTo(
                        """
                        # Restore the database

                        Stop the writers first.

                        | Host | Role |
                        | --- | --- |
                        | db-1 | primary |
                        """);
    }

    @Test
    void writesHtmlAsMarkdownWithoutScriptsAndStyles() throws Exception {
        String html =
                """
                <!doctype html><html><head><title>On call</title><style>p{color:red}</style></head>
                <body><script>alert('no')</script><nav>Menu</nav>
                <h2>Escalation</h2><p>Call <b>the</b>
                   lead: <code>oncall page</code>.</p>
                <ul><li>One</li><li>Two<ol><li>Deeper</li></ol></li></ul>
                <pre><code>kubectl get pods
                  -n prod</code></pre>
                <table><tr><th>A</th><th>B|C</th></tr><tr><td>1</td><td><p>2</p><p>3</p></td></tr></table>
                <p>End</p></body></html>
                """;

        Converted converted = convert(workers, Kind.HTML, html);

        assertThat(converted.title()).isEqualTo("On call");
        assertThat(converted.text())
                .isEqualTo(
                        """
                        Menu

                        ## Escalation

                        Call the lead: `oncall page`.

                        - One
                        - Two
                          1. Deeper

                        ```
                        kubectl get pods
                          -n prod
                        ```

                        | A | B\\|C |
                        | --- | --- |
                        | 1 | 2 3 |

                        End
                        """);
    }

    @Test
    void readsHtmlInAnOldCharacterSet() throws Exception {
        byte[] html =
                "<html><head><meta charset=windows-1251></head><body><p>Перезапустите службу</p>"
                        .getBytes("windows-1251");

        assertThat(convert(workers, Kind.HTML, html).text()).isEqualTo("Перезапустите службу\n");
    }

    @Test
    void saysWhenAPasswordIsNeeded() {
        assertThat(failure(Kind.PDF, TestingDocuments.encryptedPdf())).isEqualTo(Reason.ENCRYPTED);
        assertThat(failure(Kind.DOCX, TestingDocuments.encryptedDocx()))
                .isEqualTo(Reason.ENCRYPTED);
    }

    @Test
    void saysWhenADocumentIsBroken() {
        byte[] docx = TestingDocuments.docx();

        assertThat(failure(Kind.PDF, Arrays.copyOf(FINE, 60))).isEqualTo(Reason.BROKEN);
        assertThat(failure(Kind.DOCX, Arrays.copyOf(docx, docx.length / 2)))
                .isIn(Reason.BROKEN, Reason.UNSUPPORTED_TYPE);
    }

    @Test
    void refusesOtherOfficeDocuments() {
        assertThat(failure(Kind.DOCX, TestingDocuments.xlsx())).isEqualTo(Reason.UNSUPPORTED_TYPE);
    }

    @Test
    void keepsOneProcessWarm() throws Exception {
        convert(workers, Kind.PDF, FINE);
        Set<Long> warm = workerProcesses();
        convert(workers, Kind.PDF, FINE);

        assertThat(warm).isNotEmpty();
        assertThat(workerProcesses()).isEqualTo(warm);
    }

    @Test
    void survivesADocumentThatNeedsTooMuchMemory(@TempDir Path own) throws Exception {
        var small =
                new Workers(
                        TestingSettings.with(own, DataSize.ofMegabytes(48), Duration.ofMinutes(1)));
        try {
            String huge = "<p><b>x</b><i>y</i></p>".repeat(1_000_000);

            assertThat(failure(small, Kind.HTML, huge)).isEqualTo(Reason.OUT_OF_MEMORY);
            assertThat(convert(small, Kind.PDF, FINE).text()).contains("All is well");
        } finally {
            small.destroy();
        }
    }

    @Test
    void survivesADocumentThatNeedsTooMuchTime(@TempDir Path own) throws Exception {
        var hasty =
                new Workers(
                        TestingSettings.with(
                                own, DataSize.ofMegabytes(512), Duration.ofMillis(900)));
        try {
            convert(hasty, Kind.HTML, "<p>warm</p>");
            String long_ = "<div><p>a<b>b<i>c".repeat(1_500_000);

            assertThat(failure(hasty, Kind.HTML, long_)).isEqualTo(Reason.TIMED_OUT);
        } finally {
            hasty.destroy();
        }
    }

    @Test
    void stopsATextThatGrowsTooLong() {
        String text = "<p>" + "word ".repeat(3_000_000) + "</p>";

        assertThat(failure(workers, Kind.HTML, text)).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void survivesAProcessThatWasKilledFromOutside() throws Exception {
        convert(workers, Kind.PDF, FINE);
        List<ProcessHandle> processes =
                ProcessHandle.current().children().filter(WorkersTests::isWorker).toList();
        for (ProcessHandle process : processes) {
            process.destroyForcibly();
            process.onExit().join();
        }

        assertThat(processes).isNotEmpty();
        assertThat(convert(workers, Kind.PDF, FINE).text()).contains("All is well");
    }

    @Test
    void leavesNothingBehind(@TempDir Path own) throws Exception {
        Files.createDirectories(own.resolve("worker-of-a-killed-portal"));
        var others = new Workers(TestingSettings.in(own));
        convert(others, Kind.PDF, FINE);
        others.destroy();

        try (var left = Files.list(own)) {
            assertThat(left.filter(Files::isDirectory)).isEmpty();
        }
    }

    @Test
    void reportsAProcessThatCannotStartAsAPassingFault(@TempDir Path own) {
        var impossible =
                new Workers(TestingSettings.with(own, DataSize.ofBytes(1), Duration.ofMinutes(1)));

        assertThatThrownBy(() -> convert(impossible, Kind.PDF, FINE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("did not start");
        impossible.destroy();
    }

    /** Those of other tests' portals too, which stay as they are meanwhile. */
    private static Set<Long> workerProcesses() {
        return ProcessHandle.current()
                .children()
                .filter(WorkersTests::isWorker)
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }

    private static boolean isWorker(ProcessHandle process) {
        return commandLine(process).contains(WorkerMain.class.getName());
    }

    /** Other servers of these tests are in Java too; Linux tells long command lines here alone. */
    private static String commandLine(ProcessHandle process) {
        Path told = Path.of("/proc", String.valueOf(process.pid()), "cmdline");
        try {
            return Files.exists(told)
                    ? Files.readString(told)
                    : process.info().commandLine().orElse("");
        } catch (IOException gone) {
            return "";
        }
    }

    private static Reason failure(Kind kind, byte[] bytes) {
        return failure(workers, kind, bytes);
    }

    private static Reason failure(Workers workers, Kind kind, String text) {
        return failure(workers, kind, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Reason failure(Workers workers, Kind kind, byte[] bytes) {
        return catchThrowableOfType(ExtractionFailed.class, () -> convert(workers, kind, bytes))
                .reason();
    }

    private static Converted convert(Workers workers, Kind kind, String text) throws Exception {
        return convert(workers, kind, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Converted convert(Workers workers, Kind kind, byte[] bytes) throws Exception {
        return workers.convert(kind, new ByteArrayInputStream(bytes), bytes.length);
    }
}
