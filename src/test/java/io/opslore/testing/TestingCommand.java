package io.opslore.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** {@code ./opslore <command>} as a process of its own, so that a test can kill it. */
public final class TestingCommand {

    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final Process process;
    private final Path output;

    /** Starts it on the given database and data folder. */
    public TestingCommand(String database, Path data, String... arguments) {
        this(database, data, Map.of(), arguments);
    }

    /**
     * @param environment what it is set to besides
     */
    public TestingCommand(
            String database, Path data, Map<String, String> environment, String... arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx1g",
                                // It lives for seconds: the second compiler would only cost.
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xms256m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                TestingPortalProcess.classPath(),
                                "io.opslore.OpsLore"));
        command.addAll(List.of(arguments));
        try {
            output = Files.createTempFile("opslore-command", ".txt");
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            builder.environment().put("OPSLORE_DATA", data.toString());
            builder.environment().put("SPRING_DATASOURCE_URL", database);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that it printed so far. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has printed the words, or has ended. */
    public void awaitPrinted(String words) {
        Awaitility.await()
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> output().contains(words) || !process.isAlive());
    }

    /** Gives it so long; whether it ended by itself. */
    public boolean ends(Duration within) throws InterruptedException {
        return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits for its end and tells the exit status. */
    public int await() throws InterruptedException {
        if (!ends(LONGEST)) {
            kill();
            throw new IllegalStateException("It does not end:\n" + output());
        }
        return process.exitValue();
    }

    /** SIGKILL: no goodbye of any kind. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
