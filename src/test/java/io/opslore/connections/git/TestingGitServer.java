package io.opslore.connections.git;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * Git's own server program over HTTP on this machine, with the bare repositories of a folder. Keeps
 * count of what it was asked.
 */
public final class TestingGitServer implements AutoCloseable {

    private final Path folder;
    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile String token = "";

    public TestingGitServer(Path folder) {
        this(folder, 0);
    }

    /**
     * @param port such as {@link io.opslore.testing.TestingPorts#GIT}, which a portal may speak to
     */
    public TestingGitServer(Path folder, int port) {
        assumeTrue(isThere(), "There is no git with http-backend on the PATH");
        this.folder = folder;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** From now on only who has this as a password is let in. */
    public void require(String secret) {
        token = secret;
    }

    /** Of a repository in the folder. */
    public URI address(String repository) {
        return URI.create("http://localhost:%d/%s".formatted(port(), repository));
    }

    public String hostAndPort() {
        return "localhost:" + port();
    }

    /** Each a method and what it was for, such as {@code POST git-upload-pack}. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI asked = exchange.getRequestURI();
            String path = asked.getPath();
            String query = asked.getQuery() == null ? "" : asked.getQuery();
            requests.add(
                    exchange.getRequestMethod()
                            + " "
                            + (query.isEmpty()
                                    ? path.substring(path.lastIndexOf('/') + 1)
                                    : query.replace("service=", "")));
            if (path.startsWith("/moved/")) {
                exchange.getResponseHeaders()
                        .set("Location", "/" + path.substring("/moved/".length()) + "?" + query);
                exchange.sendResponseHeaders(301, -1);
            } else if (!isLetIn(exchange)) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"git\"");
                exchange.sendResponseHeaders(401, -1);
            } else {
                run(exchange, path, query);
            }
        }
    }

    private boolean isLetIn(HttpExchange exchange) {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        return token.isEmpty()
                || given != null
                        && new String(
                                        Base64.getDecoder().decode(given.replace("Basic ", "")),
                                        StandardCharsets.UTF_8)
                                .endsWith(":" + token);
    }

    private void run(HttpExchange exchange, String path, String query) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        var builder = new ProcessBuilder("git", "http-backend");
        Map<String, String> environment = builder.environment();
        environment.put("GIT_PROJECT_ROOT", folder.toString());
        environment.put("GIT_HTTP_EXPORT_ALL", "1");
        environment.put("PATH_INFO", path);
        environment.put("QUERY_STRING", query);
        environment.put("REQUEST_METHOD", exchange.getRequestMethod());
        environment.put("CONTENT_LENGTH", Integer.toString(body.length));
        environment.put("CONTENT_TYPE", header(exchange, "Content-Type"));
        environment.put("HTTP_CONTENT_ENCODING", header(exchange, "Content-Encoding"));
        environment.put("GIT_PROTOCOL", header(exchange, "Git-Protocol"));
        environment.put("REMOTE_USER", "portal");
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(body);
        }
        send(exchange, process.getInputStream());
    }

    private static void send(HttpExchange exchange, InputStream out) throws IOException {
        int status = 200;
        for (String line = line(out); !line.isEmpty(); line = line(out)) {
            String[] parts = line.split(": ", 2);
            if (parts[0].equals("Status")) {
                status = Integer.parseInt(parts[1].substring(0, 3));
            } else {
                exchange.getResponseHeaders().set(parts[0], parts[1]);
            }
        }
        exchange.sendResponseHeaders(status, 0);
        out.transferTo(exchange.getResponseBody());
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int one = in.read(); one >= 0 && one != '\n'; one = in.read()) {
            if (one != '\r') {
                line.write(one);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private static boolean isThere() {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            if (Files.isExecutable(Path.of(folder, "git"))) {
                return true;
            }
        }
        return false;
    }
}
