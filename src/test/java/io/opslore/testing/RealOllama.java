package io.opslore.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.awaitility.Awaitility;

/** A real Ollama: the one at {@code OLLAMA_URL}, else one started from the PATH. */
public final class RealOllama {

    public static final String NONE = "No Ollama: neither OLLAMA_URL nor `ollama` on the PATH";

    private static final Optional<String> URL = find();

    private RealOllama() {}

    /** Its address; empty where there is none. */
    public static Optional<String> url() {
        return URL;
    }

    private static Optional<String> find() {
        String url = System.getenv("OLLAMA_URL");
        return url != null && !url.isBlank()
                ? Optional.of(url)
                : executable().map(RealOllama::started);
    }

    private static Optional<Path> executable() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "ollama"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String started(Path executable) {
        try {
            String address = "127.0.0.1:" + freePort();
            var builder = new ProcessBuilder(executable.toString(), "serve");
            builder.environment().put("OLLAMA_HOST", address);
            builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            // Another thread would wait for this class, which is still being made.
            Awaitility.await()
                    .pollInSameThread()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> answers(address));
            return "http://" + address;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static boolean answers(String address) throws InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create("http://" + address + "/api/version")).build();
        try (HttpClient client =
                HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
