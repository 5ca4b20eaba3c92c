package io.opslore.connections.swarm;

import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads from one engine, in the version of its interface that both know. What it says is read up to
 * a limit, in a limited time, and never repeated in a failure. Not thread-safe.
 */
final class Engine implements AutoCloseable {

    private static final int MOST_BYTES = 16 << 20;
    private static final Duration LONGEST = Duration.ofSeconds(25);
    private static final int[] NEWEST = {1, 51};
    private static final int[] OLDEST = {1, 30};
    private static final Pattern VERSION = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DockerHttpClient transport;
    private @Nullable String version;

    Engine(DockerHttpClient transport) {
        this.transport = transport;
    }

    /**
     * @param path below the version, with names that need no escape
     */
    JsonNode get(String path, Map<String, String> query) {
        String whole = "/v" + version() + path + written(query);
        return within(LONGEST, () -> exchange(whole, Engine::json));
    }

    JsonNode get(String path) {
        return get(path, Map.of());
    }

    /**
     * Hands over what comes, for as long as that is.
     *
     * @throws ConnectionFailed with {@link Reason#TIMEOUT} where it has not ended by then
     */
    void stream(String path, Map<String, String> query, Duration longest, Reading reading) {
        String whole = "/v" + version() + path + written(query);
        within(
                longest,
                () ->
                        exchange(
                                whole,
                                answer -> {
                                    reading.of(answer.getBody());
                                    return whole;
                                }));
    }

    /** The version of the interface that is spoken. */
    String version() {
        if (version == null) {
            version = within(LONGEST, () -> exchange("/_ping", Engine::negotiated));
        }
        return version;
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String negotiated(Response answer) {
        Matcher theirs = VERSION.matcher(Optional.ofNullable(header(answer)).orElse(""));
        if (!theirs.matches()) {
            throw new ConnectionFailed(
                    Reason.UNSUPPORTED,
                    "What answers there is no Docker engine.",
                    "Check host and port of the connection.");
        }
        int[] found = {Integer.parseInt(theirs.group(1)), Integer.parseInt(theirs.group(2))};
        if (older(found, OLDEST)) {
            throw new ConnectionFailed(
                    Reason.UNSUPPORTED,
                    "The engine is too old: its interface is " + theirs.group() + ".",
                    "Connect an engine of 17.06 or newer.");
        }
        return older(NEWEST, found) ? NEWEST[0] + "." + NEWEST[1] : theirs.group();
    }

    private static @Nullable String header(Response answer) {
        return answer.getHeaders().entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase("Api-Version"))
                .flatMap(entry -> entry.getValue().stream())
                .findFirst()
                .orElse(null);
    }

    private static boolean older(int[] one, int[] other) {
        return one[0] < other[0] || one[0] == other[0] && one[1] < other[1];
    }

    private <T> T exchange(String path, Answered<T> answered) throws IOException {
        Request request = Request.builder().method(Request.Method.GET).path(path).build();
        try (Response answer = transport.execute(request)) {
            Failures.check(answer.getStatusCode());
            return answered.of(answer);
        }
    }

    private static JsonNode json(Response answer) throws IOException {
        try (InputStream body = answer.getBody()) {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new ConnectionFailed(
                        Reason.TOO_WIDE,
                        "The engine answers with more than 16 MiB.",
                        "Ask for one stack or one service.");
            }
            return JSON.readTree(bytes);
        }
    }

    private static String written(Map<String, String> query) {
        return query.isEmpty()
                ? ""
                : new TreeMap<>(query)
                        .entrySet().stream()
                                .map(entry ->
                                        entry.getKey()
                                                + "="
                                                + URLEncoder.encode(
                                                        entry.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&", "?", ""));
    }

    /** A Unix socket knows no time limit of its own; an interrupt closes it. */
    private static <T> T within(Duration longest, Callable<T> work) {
        var task = new FutureTask<>(work);
        Thread thread = Thread.ofVirtual().name("swarm").start(task);
        try {
            return task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            throw Failures.late(e);
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw Failures.late(e);
        } catch (ExecutionException e) {
            throw Failures.of(e.getCause() == null ? e : e.getCause());
        }
    }

    /** Takes in a body, within bounds of its own. */
    interface Reading {
        void of(InputStream body) throws IOException;
    }

    private interface Answered<T> {
        T of(Response answer) throws IOException;
    }
}
