package io.opslore.testing;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole portal as a process of its own with its embedded database, so that a test can kill it.
 */
public final class TestingPortalProcess implements AutoCloseable {

    /** Among the environment: how much memory it may use for objects. */
    public static final String HEAP = "TESTING_HEAP";

    /** Among the environment: where it listens; anywhere if it is left out. */
    public static final String PORT = "SERVER_PORT";

    private static final Pattern ADDRESS = Pattern.compile("running at (https?://\\S+)");
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final Pattern PASSWORD = Pattern.compile("one-time password (\\S+)");
    private static final Duration LONGEST_START = Duration.ofMinutes(5);

    private final Process process;
    private final List<String> output = Collections.synchronizedList(new ArrayList<>());
    private final CompletableFuture<String> url = new CompletableFuture<>();

    /** Starts it on the given data folder and waits until it says where it is. */
    public static TestingPortalProcess start(Path data, Map<String, String> environment) {
        var portal = new TestingPortalProcess(data, environment);
        portal.url();
        return portal;
    }

    private TestingPortalProcess(Path data, Map<String, String> environment) {
        List<String> command = command("--server.port=" + environment.getOrDefault(PORT, "0"));
        command.add(1, "-Xmx" + environment.getOrDefault(HEAP, "1g"));
        var builder = new ProcessBuilder(command);
        builder.environment().put("OPSLORE_DATA", data.toString());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::read);
    }

    /** What starts the program with these arguments. */
    public static List<String> command(String... arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "--add-modules",
                                "jdk.incubator.vector",
                                "-cp",
                                classPath(),
                                "io.opslore.OpsLore"));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Settings as environment variables. */
    public static Map<String, String> variables(Map<String, String> settings) {
        return settings.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                setting ->
                                        setting.getKey()
                                                .replace("-", "")
                                                .replace('.', '_')
                                                .toUpperCase(Locale.ROOT),
                                Map.Entry::getValue));
    }

    /** Where it answers. */
    public String url() {
        try {
            return url.get(LONGEST_START.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            process.destroyForcibly();
            throw new IllegalStateException(
                    "The portal did not start:\n" + String.join("\n", output), e);
        }
    }

    /** All that it printed so far. */
    public String output() {
        synchronized (output) {
            return String.join("\n", output);
        }
    }

    /** The one-time password that it printed. */
    public String oneTimePassword() {
        Matcher matcher = PASSWORD.matcher(output());
        if (!matcher.find()) {
            throw new IllegalStateException("No password was printed:\n" + output());
        }
        return matcher.group(1);
    }

    /** SIGKILL: no goodbye of any kind. */
    public void kill() {
        process.destroyForcibly();
        join();
    }

    /** Ctrl-C, as a terminal sends it. Returns the exit status. */
    public int interrupt() throws IOException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
        return join();
    }

    /** SIGTERM, as whoever runs it sends it; does not wait. What it prints is still read. */
    public void terminate() {
        process.toHandle().destroy();
    }

    @Override
    public void close() {
        process.destroy();
        join();
    }

    /** Without the tests' own classes: their beans are none of the portal's. */
    static String classPath() {
        String all =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(all.split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Bytes of objects that are in use, after a full collection. */
    public long live() throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        run(jcmd, Long.toString(process.pid()), "GC.run");
        Matcher used = USED.matcher(run(jcmd, Long.toString(process.pid()), "GC.heap_info"));
        if (!used.find()) {
            throw new IllegalStateException("The process does not say what its heap holds");
        }
        return Long.parseLong(used.group(1)) << 10;
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (run.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
        return said;
    }

    /** Waits for its end and tells the exit status. */
    public int join() {
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                throw new IllegalStateException("The portal does not end:\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            String line;
            while ((line = lines.readLine()) != null) {
                output.add(line);
                Matcher matcher = ADDRESS.matcher(line);
                if (matcher.find()) {
                    String address = matcher.group(1);
                    // The greeting's further lines belong to it, so that a test finds the password
                    // there.
                    output.add(lines.readLine());
                    url.complete(address);
                }
            }
            url.completeExceptionally(new IllegalStateException("It ended"));
        } catch (IOException e) {
            url.completeExceptionally(e);
        }
    }
}
