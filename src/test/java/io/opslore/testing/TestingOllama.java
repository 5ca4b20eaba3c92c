package io.opslore.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A stand-in for Ollama: speaks its wire protocol over real HTTP ({@code /api/version}, {@code
 * /api/tags}, {@code /api/show}, {@code /api/embed}, {@code /api/chat} as NDJSON), but has no model
 * behind it. What it says is written by the test; texts that share words are near to each other.
 * Thread-safe.
 */
public final class TestingOllama implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int WINDOW = 2048;
    private static final int PLENTY = 1_000_000;
    private static final String TIME = "2026-11-22T12:00:00Z";

    private final Map<String, List<String>> models = new ConcurrentHashMap<>();
    private final List<String> ghosts = new CopyOnWriteArrayList<>();
    private final List<JsonNode> chats = new CopyOnWriteArrayList<>();
    private final CountDownLatch callerLeft = new CountDownLatch(1);
    private final Map<String, Integer> windows = new ConcurrentHashMap<>();
    private final List<String> pulling = new CopyOnWriteArrayList<>();
    private final CountDownLatch pullLeft = new CountDownLatch(1);
    private final List<JsonNode> embeds = new CopyOnWriteArrayList<>();
    private final Map<String, String> digests = new ConcurrentHashMap<>();
    private final Map<String, Integer> dimensions = new ConcurrentHashMap<>();
    private volatile Semaphore passages = new Semaphore(PLENTY);
    private volatile Script script = chat -> chat.says("Hello", " there").done();
    private volatile HttpServer server;
    private final int port;

    /** Starts on a free port, with no model. */
    public TestingOllama() {
        server = listening(0);
        port = server.getAddress().getPort();
    }

    /** What becomes of one chat request. */
    @FunctionalInterface
    public interface Script {
        void play(Chat chat) throws IOException, InterruptedException;
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Installs a model that tells what it can, or (without capabilities) is too old to. */
    public TestingOllama holds(String model, String... capabilities) {
        models.put(model, List.of(capabilities));
        return this;
    }

    /** Installs an embedding model, or puts another one in its place. */
    public TestingOllama embeds(String model, int numbers) {
        dimensions.put(model, numbers);
        return holds(model, "embedding");
    }

    /** Puts other bytes under the name of a model. */
    public void becomes(String model, String digest) {
        digests.put(model, digest);
    }

    /** The bodies of all requests to embed so far. */
    public List<JsonNode> embeds() {
        return List.copyOf(embeds);
    }

    /** Embeds so many batches of several texts, and lets the next ones wait. */
    public void holdAfter(int batches) {
        passages = new Semaphore(batches);
    }

    /** Whether a batch waits. */
    public boolean isHeld() {
        return passages.hasQueuedThreads();
    }

    /** Embeds all that waits and comes. */
    public void letGo() {
        passages.release(PLENTY);
    }

    /** Lists a model that it then knows nothing of, as while one is being pulled or deleted. */
    public TestingOllama lists(String model) {
        ghosts.add(model);
        return this;
    }

    /** What every chat is answered with from now on. */
    public TestingOllama answers(Script next) {
        script = next;
        return this;
    }

    /** What every pull says from now on, line by line; after the last one the model is there. */
    public TestingOllama pulls(String... lines) {
        pulling.clear();
        pulling.addAll(List.of(lines));
        return this;
    }

    /** Whether somebody closes the connection in the middle of a pull within the time. */
    public boolean isPullLeft(long seconds) throws InterruptedException {
        return pullLeft.await(seconds, TimeUnit.SECONDS);
    }

    /** Which models are in memory, and with what window. */
    public Map<String, Integer> windows() {
        return Map.copyOf(windows);
    }

    /** Stops answering; open connections break. */
    public void leave() {
        server.stop(0);
    }

    /** Answers again at the same address. */
    public void comeBack() {
        server = listening(port);
    }

    /** The bodies of all chat requests so far. */
    public List<JsonNode> chats() {
        return List.copyOf(chats);
    }

    /** Whether a caller closes its connection in the middle of an answer within the time. */
    public boolean isLeftByCaller(long seconds) throws InterruptedException {
        return callerLeft.await(seconds, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        leave();
    }

    private HttpServer listening(int wanted) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted);
            HttpServer listening = HttpServer.create(address, 0);
            listening.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            listening.createContext("/api/version", x -> json(x, 200, Map.of("version", "0.13.5")));
            listening.createContext("/api/tags", x -> json(x, 200, tags()));
            listening.createContext("/api/show", this::show);
            listening.createContext("/api/chat", this::chat);
            listening.createContext("/api/ps", x -> json(x, 200, Map.of("models", loaded())));
            listening.createContext("/api/pull", this::pull);
            listening.createContext("/api/delete", this::delete);
            listening.createContext("/api/generate", this::generate);
            listening.createContext("/api/embed", this::embed);
            listening.start();
            return listening;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> tags() {
        return Map.of(
                "models",
                Stream.concat(ghosts.stream(), models.keySet().stream().sorted())
                        .map(name ->
                                Map.of(
                                        "name",
                                        name,
                                        "model",
                                        name,
                                        "modified_at",
                                        TIME,
                                        "size",
                                        1000,
                                        "digest",
                                        digests.getOrDefault(name, "digest-of-" + name),
                                        "details",
                                        Map.of(
                                                "format",
                                                "gguf",
                                                "family",
                                                "llama",
                                                "parameter_size",
                                                "14.8B",
                                                "quantization_level",
                                                "Q4_K_M")))
                        .toList());
    }

    private void show(HttpExchange exchange) throws IOException {
        String asked = JSON.readTree(exchange.getRequestBody()).path("model").asString();
        String name = held(asked);
        List<String> capabilities = models.get(name);
        if (capabilities == null) {
            json(exchange, 404, Map.of("error", "model '" + name + "' not found"));
        } else {
            json(
                    exchange,
                    200,
                    capabilities.isEmpty()
                            ? Map.of("modified_at", TIME)
                            : Map.of(
                                    "modified_at",
                                    TIME,
                                    "capabilities",
                                    capabilities,
                                    "model_info",
                                    Map.of("bert.context_length", WINDOW)));
        }
    }

    /** Case does not matter, and no tag means the latest. */
    private String held(String asked) {
        return models.keySet().stream()
                .filter(it -> it.equalsIgnoreCase(asked) || it.equalsIgnoreCase(asked + ":latest"))
                .findFirst()
                .orElse(asked);
    }

    private List<Map<String, Object>> loaded() {
        return windows.entrySet().stream()
                .map(loaded ->
                        Map.<String, Object>of(
                                "name",
                                loaded.getKey(),
                                "model",
                                loaded.getKey(),
                                "size",
                                6_000_000_000L,
                                "size_vram",
                                4_500_000_000L,
                                "context_length",
                                loaded.getValue(),
                                "expires_at",
                                "2026-11-22T12:05:00.123456789+02:00"))
                .toList();
    }

    /** The line "hang" keeps the connection open until the caller leaves. */
    private void pull(HttpExchange exchange) throws IOException {
        String model = JSON.readTree(exchange.getRequestBody()).path("model").asString();
        exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            for (String line : pulling) {
                if (line.equals("hang")) {
                    hang(body);
                }
                body.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                body.flush();
            }
            if (pulling.stream().noneMatch(line -> line.contains("\"error\""))) {
                holds(model, "completion");
            }
        } catch (IOException e) {
            pullLeft.countDown();
        }
    }

    private static void hang(OutputStream body) throws IOException {
        while (true) {
            body.write("{\"status\":\"pulling\"}\n".getBytes(StandardCharsets.UTF_8));
            body.flush();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private void delete(HttpExchange exchange) throws IOException {
        String name = JSON.readTree(exchange.getRequestBody()).path("model").asString();
        boolean held = models.remove(name) != null;
        windows.remove(name);
        json(exchange, held ? 200 : 404, held ? Map.of() : absent(name));
    }

    private void generate(HttpExchange exchange) throws IOException {
        JsonNode request = JSON.readTree(exchange.getRequestBody());
        String name = request.path("model").asString();
        if (!models.containsKey(name)) {
            json(exchange, 404, absent(name));
            return;
        }
        if (request.path("keep_alive").asString("").equals("0")) {
            windows.remove(name);
        } else {
            windows.put(name, request.path("options").path("num_ctx").asInt(4096));
        }
        json(exchange, 200, Map.of("model", name, "done", true));
    }

    private void embed(HttpExchange exchange) throws IOException {
        JsonNode request = JSON.readTree(exchange.getRequestBody());
        embeds.add(request);
        String name = held(request.path("model").asString());
        List<String> texts = request.path("input").valueStream().map(JsonNode::asString).toList();
        boolean tooLong = texts.stream().anyMatch(it -> it.split("\\s+").length > WINDOW);
        if (!models.containsKey(name)) {
            json(exchange, 404, absent(name));
        } else if (tooLong && !request.path("truncate").asBoolean(true)) {
            json(exchange, 400, Map.of("error", "input length exceeds maximum context length"));
        } else {
            if (texts.size() > 1) {
                passages.acquireUninterruptibly();
            }
            int numbers = dimensions.getOrDefault(name, 64);
            json(
                    exchange,
                    200,
                    Map.of("embeddings", texts.stream().map(it -> near(it, numbers)).toList()));
        }
    }

    private static float[] near(String text, int numbers) {
        float[] sums = new float[numbers];
        for (String word : text.toLowerCase(Locale.ROOT).split("\\W+")) {
            if (numbers > 0) {
                sums[Math.floorMod(word.hashCode(), numbers)]++;
            }
        }
        return sums;
    }

    private static Map<String, String> absent(String model) {
        return Map.of("error", "model '" + model + "' not found");
    }

    private void chat(HttpExchange exchange) throws IOException {
        JsonNode request = JSON.readTree(exchange.getRequestBody());
        chats.add(request);
        String model = request.path("model").asString();
        if (!models.containsKey(model)) {
            json(exchange, 404, Map.of("error", "model '" + model + "' not found"));
            return;
        }
        try {
            script.play(new Chat(exchange, request));
        } catch (IOException e) {
            callerLeft.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private static void json(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** One chat request that is being answered. */
    public static final class Chat {

        private final HttpExchange exchange;
        private final JsonNode request;
        private boolean begun;

        private Chat(HttpExchange exchange, JsonNode request) {
            this.exchange = exchange;
            this.request = request;
        }

        /** What was asked. */
        public JsonNode request() {
            return request;
        }

        /** How many tokens the request allows the answer to have. */
        public int allowed() {
            return request.path("options").path("num_predict").asInt(Integer.MAX_VALUE);
        }

        /** Streams these pieces, no more than the request allows. */
        public Chat says(String... pieces) throws IOException {
            for (int index = 0; index < Math.min(allowed(), pieces.length); index++) {
                line(Map.of("message", message("content", pieces[index]), "done", false));
            }
            return this;
        }

        /** Streams a reasoning model's thoughts the way a newer server does. */
        public Chat thinks(String thought) throws IOException {
            var message = new LinkedHashMap<>(message("content", ""));
            message.put("thinking", thought);
            line(Map.of("message", message, "done", false));
            return this;
        }

        /** Keeps silent, with the connection open, until the latch opens or the caller leaves. */
        public Chat waits(CountDownLatch latch) throws InterruptedException {
            latch.await(30, TimeUnit.SECONDS);
            return this;
        }

        /** Streams on and on, until the caller leaves. */
        public void saysForEver() throws IOException, InterruptedException {
            while (true) {
                says("more ");
                Thread.sleep(5);
            }
        }

        /** The last line, with its counts. */
        public void done() throws IOException {
            done("stop");
        }

        /** The last line, with the reason that Ollama gives. */
        public void done(String reason) throws IOException {
            line(
                    Map.of(
                            "message",
                            message("content", ""),
                            "done",
                            true,
                            "done_reason",
                            reason,
                            "total_duration",
                            1_000_000,
                            "prompt_eval_count",
                            21,
                            "eval_count",
                            7));
            exchange.getResponseBody().close();
        }

        /** Ends the response properly, but before the last line. */
        public void endsEarly() throws IOException {
            exchange.getResponseBody().close();
        }

        /** Breaks the connection in the middle of the response. */
        public void breaks() {
            exchange.close();
        }

        /** An error in the middle of the stream. */
        public void fails(String error) throws IOException {
            line(Map.of("error", error));
            exchange.getResponseBody().close();
        }

        /** An error instead of a stream. */
        public void refuses(int status, String error) throws IOException {
            json(exchange, status, Map.of("error", error));
        }

        private static Map<String, Object> message(String field, String text) {
            return Map.of("role", "assistant", field, text);
        }

        private void line(Map<String, ?> fields) throws IOException {
            var line = new LinkedHashMap<String, Object>(fields);
            if (!fields.containsKey("error")) {
                line.put("model", request.path("model").asString());
                line.put("created_at", TIME);
            }
            if (!begun) {
                exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
                exchange.sendResponseHeaders(200, 0);
                begun = true;
            }
            OutputStream out = exchange.getResponseBody();
            out.write((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }
}
