package io.opslore.retrieval.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.testing.TestingDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each embedder has a process of its own, for libraries are loaded once in each. */
class OnnxLibrariesTests {

    @TempDir private Path scratch;
    @TempDir private Path libraries;

    @Test
    void aTextIsEmbeddedWhereNothingInTheTemporaryFolderCanBeRun() throws Exception {
        try (TestingDisk _ = TestingDisk.noexecAt(scratch, 128)) {
            assertThat(ended(start())).endsWith("384 numbers");
        }
    }

    @Test
    void severalAtOnceAndThoseAfterThemUseTheSameLibraries() throws Exception {
        List<Process> together = List.of(start(), start());
        for (Process one : together) {
            assertThat(ended(one)).endsWith("384 numbers");
        }
        List<Path> files = unpacked();
        var written = Files.getLastModifiedTime(files.getFirst());

        assertThat(ended(start())).endsWith("384 numbers");

        assertThat(unpacked()).isEqualTo(files).hasSize(2);
        assertThat(Files.getLastModifiedTime(files.getFirst())).isEqualTo(written);
    }

    @Test
    void aDamagedLibraryIsReplaced() throws Exception {
        assertThat(ended(start())).endsWith("384 numbers");
        for (Path file : unpacked()) {
            byte[] zeros = new byte[(int) Files.size(file)];
            Files.delete(file);
            Files.write(file, zeros);
        }

        assertThat(ended(start())).endsWith("384 numbers");
    }

    @Test
    void aFolderThatSomebodyHasSetIsLeftAlone(@TempDir Path other) throws Exception {
        assertThat(ended(start())).endsWith("384 numbers");
        Path set = unpacked().getFirst().getParent();

        assertThat(ended(start(other, "-Donnxruntime.native.path=" + set))).endsWith("384 numbers");

        assertThat(other).isDirectoryNotContaining("glob:**/onnxruntime-*");
    }

    private List<Path> unpacked() throws IOException {
        try (Stream<Path> files = Files.walk(libraries)) {
            return files.filter(file ->
                            file.getParent().getFileName().toString().startsWith("onnxruntime-"))
                    .sorted()
                    .toList();
        }
    }

    private Process start() throws IOException {
        return start(libraries);
    }

    private Process start(Path nativeLibraries, String... options) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Djava.io.tmpdir=" + scratch));
        command.addAll(List.of(options));
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        TestingEmbedding.class.getName(),
                        nativeLibraries.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String ended(Process process) throws Exception {
        try {
            List<String> lines = process.inputReader().readAllLines();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("%s", lines).isTrue();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
        } finally {
            process.destroyForcibly();
        }
    }
}
