package io.opslore.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.opslore.ingest.TestingSettings;
import io.opslore.ingest.tika.Workers;
import io.opslore.library.RevisionText;
import io.opslore.library.SpaceId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;

/** Extraction over material that nobody wrote for it; skipped where it is not at hand. */
class CorpusTests {

    private static final Logger LOG = LoggerFactory.getLogger(CorpusTests.class);
    private static final Path CORPUS = Path.of("../shared/corpus");
    private static final Path HOSTILE = Path.of("../shared/eval/hostile-files.tar.gz");

    @TempDir private Path folder;
    private Workers workers;
    private Extraction extraction;

    @BeforeEach
    void start() {
        var settings =
                TestingSettings.with(
                        folder.resolve("work"), DataSize.ofMegabytes(256), Duration.ofSeconds(20));
        workers = new Workers(settings);
        extraction = new Extraction(workers, new TestingMasking(), settings);
    }

    @AfterEach
    void stop() {
        workers.destroy();
    }

    @Test
    void readsEveryFileOfTheCorpus() throws Exception {
        assumeTrue(Files.isDirectory(CORPUS), "no corpus beside the project");

        SortedMap<String, Integer> outcomes = outcomesOf(CORPUS, "");

        assertThat(outcomes.keySet()).allMatch(outcome -> outcome.startsWith("text"));
    }

    @Test
    void outlivesHostileFiles() throws Exception {
        assumeTrue(Files.isRegularFile(HOSTILE), "no hostile files beside the project");
        Path unpacked = unpack(HOSTILE);

        for (String claim : List.of("", ".docx", ".html", ".md")) {
            SortedMap<String, Integer> outcomes = outcomesOf(unpacked, claim);

            assertThat(outcomes.keySet()).noneMatch(outcome -> outcome.startsWith("fault"));
        }
    }

    private SortedMap<String, Integer> outcomesOf(Path root, String claim) throws Exception {
        var outcomes = new TreeMap<String, Integer>();
        long start = System.nanoTime();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                outcomes.merge(outcome(file, claim), 1, Integer::sum);
            }
        }
        LOG.info(
                "{} files in {} s: {}",
                outcomes.values().stream().mapToInt(Integer::intValue).sum(),
                Duration.ofNanos(System.nanoTime() - start).toSeconds(),
                outcomes);
        return outcomes;
    }

    private String outcome(Path file, String claim) throws Exception {
        try {
            RevisionText text =
                    extraction
                            .extract(
                                    file + claim,
                                    new SpaceId(new UUID(0, 1)),
                                    Files.size(file),
                                    () -> Files.newInputStream(file))
                            .text();
            requireWholeStructure(file, text);
            return "text " + text.format();
        } catch (ExtractionFailed e) {
            return "failed " + e.reason();
        } catch (IOException e) {
            return "fault " + e.getMessage();
        }
    }

    private static void requireWholeStructure(Path file, RevisionText text) {
        List<String> lines = text.lines();
        boolean[] held = new boolean[lines.size() + 1];
        text.blocks()
                .forEach(block -> {
                    for (int i = block.lines().first(); i <= block.lines().last(); i++) {
                        assertThat(held[i]).as(file + " line " + i + " twice").isFalse();
                        held[i] = true;
                    }
                });
        for (int i = 1; i <= lines.size(); i++) {
            if (!lines.get(i - 1).isBlank()
                    && !lines.get(i - 1).matches("(---|\\.\\.\\.)(\\s.*)?")) {
                assertThat(held[i]).as(file + " line " + i + " in no block").isTrue();
            }
        }
    }

    private Path unpack(Path archive) throws IOException {
        Path target = Files.createDirectories(folder.resolve("hostile"));
        try (InputStream in = Files.newInputStream(archive);
                var tar = new TarArchiveInputStream(new GzipCompressorInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                if (entry.isFile()) {
                    Path file = target.resolve(entry.getName()).normalize();
                    assertThat(file.startsWith(target)).isTrue();
                    Files.createDirectories(file.getParent());
                    Files.copy(tar, file);
                }
            }
        }
        return target;
    }
}
