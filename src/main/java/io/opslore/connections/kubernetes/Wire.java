package io.opslore.connections.kubernetes;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Gets bytes from a server, never more than it is told to. */
final class Wire implements AutoCloseable {

    private static final int MOST_JSON = 16_000_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final HttpClient client;
    private final ServerAccess access;
    private final String impersonated;

    /**
     * @param impersonated on whose behalf the server is asked; empty for the portal's own
     */
    Wire(HttpClient client, ServerAccess access, String impersonated) {
        this.client = client;
        this.access = access;
        this.impersonated = impersonated;
    }

    Map<String, Object> json(String path, Map<String, String> query, String accept) {
        Body body = get(path, query, accept, MOST_JSON);
        if (body.full()) {
            throw new ConnectionFailed(
                    Reason.TOO_WIDE,
                    "The cluster's answer is larger than 16 MB.",
                    "Narrow it: a namespace, a label, a name.");
        }
        try {
            return JSON.readValue(body.bytes(), OBJECT);
        } catch (JacksonException e) {
            throw new ConnectionFailed(
                    Reason.DOWN,
                    "What answers is no Kubernetes.",
                    "Check the address on the connection.");
        }
    }

    Map<String, Object> json(String path, Map<String, String> query) {
        return json(path, query, "application/json");
    }

    /** Reads no more than so many bytes and lets the rest go. */
    Body get(String path, Map<String, String> query, String accept, int most) {
        Body body = new Body(most);
        HttpRequest.Builder request =
                client.newHttpRequestBuilder()
                        .uri(access.server() + path + written(query))
                        .timeout(Transport.REACH.silence().toMillis(), TimeUnit.MILLISECONDS)
                        .setHeader("Accept", accept)
                        .setHeader("User-Agent", "OpsLore");
        if (!access.authorization().isEmpty()) {
            request.setHeader("Authorization", access.authorization());
        }
        if (!impersonated.isEmpty()) {
            request.setHeader("Impersonate-User", impersonated);
        }
        int status = waited(body, client.consumeBytes(request.build(), body::take));
        if (status != 200) {
            throw Failures.of(status);
        }
        return body;
    }

    private static int waited(Body body, CompletableFuture<HttpResponse<AsyncBody>> sent) {
        try {
            HttpResponse<AsyncBody> response =
                    sent.get(Transport.REACH.silence().toSeconds(), TimeUnit.SECONDS);
            body.begin(response.body());
            if (response.code() == 200) {
                body.ended().get(Transport.REACH.silence().toSeconds(), TimeUnit.SECONDS);
            }
            return response.code();
        } catch (TimeoutException e) {
            throw Failures.timeout();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failures.timeout();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ConnectionFailed known ? known : Failures.down(e);
        } finally {
            sent.cancel(true);
            body.cancel();
        }
    }

    private static String written(Map<String, String> query) {
        String pairs =
                query.entrySet().stream()
                        .filter(one -> !one.getValue().isEmpty())
                        .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                        .sorted()
                        .collect(Collectors.joining("&"));
        return pairs.isEmpty() ? "" : "?" + pairs;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
