package io.opslore.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands in for Loki where there is none: keeps to what Grafana's documentation of the HTTP API
 * says of the endpoints that the portal asks, for selectors by equality and {@code |=} alone. A
 * tenant is required, times are nanoseconds, the end is exclusive, 100 lines come unless more are
 * asked for, and lines come by stream.
 */
public final class StandInLoki implements AutoCloseable {

    private static final String TENANT = "shop";
    private static final String TOKEN = "Bearer loki-test-token";
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*=~?\\s*\"([^\"]*)\"");
    private static final Pattern FILTER = Pattern.compile("\\|=\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final int PORT = freePort();

    private final HttpServer server;
    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile long bytes;
    private volatile boolean hasPatterns;

    private record Line(Map<String, String> labels, long nanos, String text) {}

    /** Who asks has to wait their turn: there is one place for it. */
    public StandInLoki() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** Where it will be, as {@code opslore.outbound.allowed-hosts} wants it. */
    public static String hostAndPort() {
        return "127.0.0.1:" + PORT;
    }

    /** What a connection to it has to know. */
    public static Map<String, String> settings() {
        return Map.of("url", "http://" + hostAndPort(), "tenant", TENANT);
    }

    public static Map<String, String> secrets() {
        return Map.of("token", TOKEN.substring("Bearer ".length()));
    }

    public void push(Map<String, String> labels, long nanos, String text) {
        lines.add(new Line(Map.copyOf(labels), nanos, text));
    }

    /** What its index will say of every selector. */
    public void estimate(long estimated) {
        bytes = estimated;
    }

    /** As with its pattern ingester switched on. */
    public void groups() {
        hasPatterns = true;
    }

    /** Methods and paths, in the order in which they came. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(exchange.getRequestMethod() + " " + path);
        if (!TENANT.equals(exchange.getRequestHeaders().getFirst("X-Scope-OrgID"))
                || !TOKEN.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, "no org id");
            return;
        }
        Map<String, String> query = query(exchange);
        Object told =
                switch (path) {
                    case "/loki/api/v1/status/buildinfo" -> Map.of("version", "3.4.2");
                    case "/loki/api/v1/labels" -> success(labels(query));
                    case "/loki/api/v1/series" -> success(series(query));
                    case "/loki/api/v1/index/stats" -> stats(query);
                    case "/loki/api/v1/index/volume" -> success(volume(query));
                    case "/loki/api/v1/query_range" -> success(range(query));
                    case "/loki/api/v1/patterns" -> hasPatterns ? success(patterns(query)) : null;
                    default ->
                            path.matches("/loki/api/v1/label/\\w+/values")
                                    ? success(values(path.split("/")[5], query))
                                    : null;
                };
        if (told == null) {
            send(exchange, 404, "404 page not found");
        } else {
            send(exchange, 200, JsonMapper.shared().writeValueAsString(told));
        }
    }

    private static Map<String, Object> success(Object data) {
        return Map.of("status", "success", "data", data);
    }

    private List<String> labels(Map<String, String> query) {
        return chosen(query, "").stream()
                .flatMap(line -> line.labels().keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> values(String label, Map<String, String> query) {
        return chosen(query, "").stream()
                .filter(line -> line.labels().containsKey(label))
                .map(line -> line.labels().get(label))
                .distinct()
                .sorted()
                .toList();
    }

    private List<Map<String, String>> series(Map<String, String> query) {
        return chosen(query, query.get("match[]")).stream().map(Line::labels).distinct().toList();
    }

    private Map<String, Object> stats(Map<String, String> query) {
        List<Line> all = chosen(query, query.get("query"));
        long own = all.stream().mapToLong(line -> line.text().length()).sum();
        return Map.of(
                "streams",
                all.stream().map(Line::labels).distinct().count(),
                "chunks",
                1,
                "entries",
                all.size(),
                "bytes",
                bytes == 0 ? own : bytes);
    }

    private Map<String, Object> volume(Map<String, String> query) {
        Map<Map<String, String>, Long> sums =
                chosen(query, query.get("query")).stream()
                        .collect(
                                Collectors.groupingBy(
                                        Line::labels,
                                        Collectors.summingLong(line -> line.text().length())));
        return Map.of(
                "resultType",
                "vector",
                "result",
                sums.entrySet().stream()
                        .map(one ->
                                Map.of(
                                        "metric",
                                        one.getKey(),
                                        "value",
                                        List.of(0, one.getValue().toString())))
                        .toList());
    }

    private Map<String, Object> range(Map<String, String> query) {
        boolean isForward = "forward".equals(query.get("direction"));
        Comparator<Line> order = Comparator.comparingLong(Line::nanos);
        List<Line> some =
                chosen(query, query.get("query")).stream()
                        .sorted(isForward ? order : order.reversed())
                        .limit(Long.parseLong(query.getOrDefault("limit", "100")))
                        .toList();
        Map<Map<String, String>, List<List<String>>> streams = new LinkedHashMap<>();
        some.forEach(line ->
                streams.computeIfAbsent(line.labels(), labels -> new ArrayList<>())
                        .add(List.of(Long.toString(line.nanos()), line.text())));
        return Map.of(
                "resultType",
                "streams",
                "result",
                streams.entrySet().stream()
                        .map(one -> Map.of("stream", one.getKey(), "values", one.getValue()))
                        .toList());
    }

    private List<Map<String, Object>> patterns(Map<String, String> query) {
        List<Line> all = chosen(query, query.get("query"));
        return List.of(
                Map.of(
                        "pattern",
                        "<_> grouped by the server <_>",
                        "samples",
                        List.of(List.of(all.getFirst().nanos() / 1_000_000_000, all.size()))));
    }

    private List<Line> chosen(Map<String, String> query, String logQl) {
        long start = Long.parseLong(query.get("start"));
        long end = Long.parseLong(query.get("end"));
        String selector = logQl.contains("}") ? logQl.substring(0, logQl.indexOf('}')) : "";
        List<MatchResult> matchers = MATCHER.matcher(selector).results().toList();
        List<String> filters =
                FILTER.matcher(logQl)
                        .results()
                        .map(one -> one.group(1).replace("\\\"", "\""))
                        .toList();
        return lines.stream()
                .filter(line -> line.nanos() >= start && line.nanos() < end)
                .filter(line ->
                        matchers.stream()
                                .allMatch(one ->
                                        line.labels()
                                                .getOrDefault(one.group(1), "")
                                                .matches(one.group(2))))
                .filter(line -> filters.stream().allMatch(line.text()::contains))
                .toList();
    }

    private static Map<String, String> query(HttpExchange exchange) {
        String raw = exchange.getRequestURI().getRawQuery();
        return raw == null
                ? Map.of()
                : Arrays.stream(raw.split("&"))
                        .map(part -> part.split("=", 2))
                        .collect(
                                Collectors.toMap(
                                        part -> decoded(part[0]),
                                        part -> decoded(part[1]),
                                        (one, other) -> other,
                                        TreeMap::new));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static int freePort() {
        try (var free = new java.net.ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
