package io.opslore.connections.kubernetes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands before a server of the tests and writes down what comes by. What the server cannot do it
 * answers itself: logs, where there is no kubelet; pages, where they are not made.
 */
public final class Gate implements AutoCloseable {

    private static final Set<String> OWN =
            Set.of("host", "content-length", "connection", "upgrade", "http2-settings");

    private final URI upstream;
    private final boolean pages;
    private final HttpClient client;
    private final HttpServer server;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();

    /** A request that came by. */
    public record Seen(String method, URI address, Map<String, List<String>> headers) {

        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    /**
     * @param pages whether lists are cut into pages here
     * @param port 0 for any
     */
    public Gate(URI upstream, @Nullable SSLContext tls, boolean pages, int port) {
        this.upstream = upstream;
        this.pages = pages;
        HttpClient.Builder builder = HttpClient.newBuilder();
        client = (tls == null ? builder : builder.sslContext(tls)).build();
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    public String hostAndPort() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** What has come by since the last time. */
    public List<Seen> seen() {
        List<Seen> now = List.copyOf(seen);
        seen.clear();
        return now;
    }

    /** Answers for the server wherever the path is this, whatever is asked behind it. */
    public void answer(String path, String text) {
        answers.put(path, text);
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI address = exchange.getRequestURI();
            seen.add(
                    new Seen(
                            exchange.getRequestMethod(),
                            address,
                            Map.copyOf(exchange.getRequestHeaders())));
            String own = answers.get(address.getRawPath());
            if (own != null) {
                respond(exchange, 200, "text/plain", own.getBytes(StandardCharsets.UTF_8));
                return;
            }
            HttpResponse<byte[]> response = client.send(onward(exchange), reading());
            byte[] body = response.body();
            respond(
                    exchange,
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse("application/json"),
                    pages && response.statusCode() == 200 ? paged(address, body) : body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpResponse.BodyHandler<byte[]> reading() {
        return HttpResponse.BodyHandlers.ofByteArray();
    }

    private HttpRequest onward(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(upstream + exchange.getRequestURI().toString()))
                        .method(
                                exchange.getRequestMethod(),
                                HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders()
                .forEach((name, values) -> {
                    if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                        values.forEach(value -> request.header(name, value));
                    }
                });
        return request.build();
    }

    @SuppressWarnings("unchecked")
    private static byte[] paged(URI address, byte[] body) {
        Map<String, Object> list = new HashMap<>(JsonMapper.shared().readValue(body, Map.class));
        int limit = Integer.parseInt("0" + query(address, "limit"));
        if (limit == 0 || !(list.get("items") instanceof List<?> items)) {
            return body;
        }
        int from = Integer.parseInt("0" + query(address, "continue").replace("at-", ""));
        int to = Math.min(items.size(), from + limit);
        list.put("items", new ArrayList<>(items.subList(Math.min(from, to), to)));
        list.put(
                "metadata",
                Map.of("resourceVersion", "1", "continue", to < items.size() ? "at-" + to : ""));
        return JsonMapper.shared().writeValueAsBytes(list);
    }

    private static String query(URI address, String name) {
        String query = address.getRawQuery() == null ? "" : address.getRawQuery();
        for (String pair : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    private static void respond(HttpExchange exchange, int status, String type, byte[] body)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
