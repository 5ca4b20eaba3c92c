package io.opslore.ingest.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A small server that speaks the portal's ingest API and takes files of up to 1000 bytes. */
final class TestingApi implements AutoCloseable {

    final AtomicInteger pendingPolls = new AtomicInteger();
    final Map<String, String> failures = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> spaces = new ConcurrentHashMap<>();
    private final String token;
    private final HttpServer server;

    TestingApi(String token) throws IOException {
        this.token = token;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/", this::serve);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Texts by path. */
    Map<String, String> received(String space) {
        return spaces.getOrDefault(space, Map.of());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String header = exchange.getRequestHeaders().getFirst("Authorization");
            if (!("Bearer " + token).equals(header)) {
                answer(exchange, 401, "{}");
            } else if (exchange.getRequestURI().getPath().equals("/api/ingest")) {
                answer(exchange, 200, "{\"maxFileSize\": 1000}");
            } else if (exchange.getRequestMethod().equals("POST")) {
                receive(exchange);
            } else {
                answer(exchange, 200, summary());
            }
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        String space = exchange.getRequestURI().getPath().split("/")[3];
        String query = exchange.getRequestURI().getRawQuery();
        String path =
                URLDecoder.decode(
                        query.substring(query.indexOf("path=") + 5), StandardCharsets.UTF_8);
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String before =
                spaces.computeIfAbsent(space, name -> new ConcurrentHashMap<>()).put(path, text);
        String result = before == null ? "ADDED" : before.equals(text) ? "UNCHANGED" : "REVISED";
        answer(exchange, 200, "{\"result\": \"%s\"}".formatted(result));
    }

    private String summary() {
        boolean pending = pendingPolls.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        String failed =
                failures.entrySet().stream()
                        .map(failure ->
                                "{\"path\": \"%s\", \"reason\": \"%s\", \"detail\": \"a detail\"}"
                                        .formatted(failure.getKey(), failure.getValue()))
                        .collect(Collectors.joining(","));
        return "{\"queued\": %d, \"extracting\": 0, \"indexing\": 0, \"failures\": [%s]}"
                .formatted(pending ? 1 : 0, failed);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
