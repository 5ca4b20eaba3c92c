package io.opslore.deployment;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Real programs that manifests are held against: from the PATH, or where {@code .ci/manifests} puts
 * them.
 */
final class Programs {

    private static final Path BUILT = Path.of("target/manifests/bin").toAbsolutePath();

    private Programs() {}

    static Optional<String> find(String program) {
        return Stream.concat(
                        Stream.of(BUILT),
                        Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(Path::of))
                .map(folder -> folder.resolve(program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /** Skips the test where there is none. */
    static void require(String program, String reason) {
        Assumptions.assumeTrue(find(program).isPresent(), reason);
    }

    static String run(String... command) throws IOException, InterruptedException {
        return run(Path.of(""), Map.of(), command);
    }

    /** What it says; throws with what it complains of where it fails. */
    static String run(Path folder, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Path errors = Files.createTempFile("opslore", ".log");
        var builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.directory(folder.toAbsolutePath().toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(
                    String.join(" ", command) + ":\n" + Files.readString(errors) + said);
        }
        Files.delete(errors);
        return said;
    }
}
