package io.opslore.connections.gitea;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.opslore.testing.TestingPorts;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real Gitea on this machine, if one is on the PATH. One that was built without its templates
 * finds them where the environment says: {@code GITEA_STATIC_ROOT}.
 */
public final class TestingGitea implements AutoCloseable {

    /** Who may do everything. */
    public static final String ADMIN = "anna";

    private static final String PASSWORD = "Str0ng-pass-1";

    private final Path folder;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;

    public TestingGitea(Path folder) {
        this(folder, TestingPorts.free());
    }

    public TestingGitea(Path folder, int port) {
        assumeTrue(
                Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                        .anyMatch(one -> Files.isExecutable(Path.of(one, "gitea"))),
                "There is no gitea on the PATH");
        this.folder = folder;
        this.port = port;
        try {
            Files.writeString(folder.resolve("app.ini"), settings());
            run("migrate");
            run(
                    "admin",
                    "user",
                    "create",
                    "--admin",
                    "--username",
                    ADMIN,
                    "--password",
                    PASSWORD,
                    "--email",
                    "anna@example.org",
                    "--must-change-password=false");
            process = start("web");
            await();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** Where its admin may push to. */
    public String pushAddress(String repository) {
        return "http://%s:%s@localhost:%d/%s.git".formatted(ADMIN, PASSWORD, port, repository);
    }

    /** Of the admin, for these scopes alone. */
    public String token(String name, String scopes) {
        return call(
                        "POST",
                        "users/" + ADMIN + "/tokens",
                        "{\"name\":\"%s\",\"scopes\":[%s]}".formatted(name, scopes))
                .path("sha1")
                .asString();
    }

    /** As its admin. */
    public JsonNode call(String method, String path, String body) {
        try {
            HttpResponse<String> answer =
                    http.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    "http://localhost:" + port + "/api/v1/" + path))
                                    .header("Content-Type", "application/json")
                                    .header("Authorization", basic())
                                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(path + ": " + answer.body());
            }
            return JsonMapper.shared().readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** The same, as soon as the server has taken in what was pushed. */
    public JsonNode callOnceReady(String method, String path, String body) {
        for (int tries = 0; tries < 100; tries++) {
            try {
                return call(method, path, body);
            } catch (IllegalStateException notYet) {
                pause();
            }
        }
        return call(method, path, body);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private String settings() {
        return """
        RUN_USER = %s
        I_AM_BEING_UNSAFE_RUNNING_AS_ROOT = true
        [server]
        HTTP_ADDR = 127.0.0.1
        HTTP_PORT = %d
        ROOT_URL = http://localhost:%d/
        DISABLE_SSH = true
        OFFLINE_MODE = true
        STATIC_ROOT_PATH = %s
        [database]
        DB_TYPE = sqlite3
        PATH = %s/gitea.db
        [repository]
        ROOT = %s/repositories
        [security]
        INSTALL_LOCK = true
        SECRET_KEY = 0123456789012345678901234567890123456789
        [log]
        MODE = console
        LEVEL = Warn
        [indexer]
        ISSUE_INDEXER_TYPE = db
        [cron]
        ENABLED = false
        [webhook]
        ALLOWED_HOST_LIST = loopback
        """
                .formatted(
                        System.getProperty("user.name"),
                        port,
                        port,
                        System.getenv().getOrDefault("GITEA_STATIC_ROOT", folder.toString()),
                        folder,
                        folder);
    }

    private void await() {
        for (int tries = 0; tries < 300; tries++) {
            try {
                call("GET", "version", "");
                return;
            } catch (UncheckedIOException notYet) {
                if (!process.isAlive()) {
                    break;
                }
                pause();
            }
        }
        close();
        throw new IllegalStateException("Gitea has not come up");
    }

    private void run(String... arguments) throws IOException {
        Process done = start(arguments);
        try {
            if (!done.waitFor(2, TimeUnit.MINUTES) || done.exitValue() != 0) {
                done.destroyForcibly();
                throw new IllegalStateException("gitea " + arguments[0] + " failed");
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private Process start(String... arguments) throws IOException {
        List<String> command =
                Stream.concat(
                                Stream.of(
                                        "gitea",
                                        "-w",
                                        folder.toString(),
                                        "-c",
                                        folder.resolve("app.ini").toString()),
                                Stream.of(arguments))
                        .toList();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("gitea.log").toFile())
                .start();
    }

    private static String basic() {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString((ADMIN + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    /** Between two looks at a program of another process, which tells nobody when it is ready. */
    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static UncheckedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new UncheckedIOException(new InterruptedIOException());
    }
}
