package io.opslore.connections.loki;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.outbound.OutboundDenied;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks Loki by GET, as the tenant that is set, and reads so much and no more. Thread-safe. */
final class LokiHttp {

    private static final int MOST_BYTES = 1_500_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final RestClient client;
    private final URI url;

    LokiHttp(ClientHttpRequestFactory requests, URI url, Connection connection) {
        this.url = url;
        client =
                RestClient.builder()
                        .requestFactory(requests)
                        .defaultHeaders(headers -> fill(headers, connection))
                        .build();
    }

    /**
     * @param path with no name in it that needs an escape
     */
    JsonNode get(String path, Map<String, String> query) {
        UriComponentsBuilder address = UriComponentsBuilder.fromUri(url).path(path);
        new TreeMap<>(query).keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        try {
            return client.get()
                    .uri(address.encode().buildAndExpand(query).toUri())
                    .exchangeForRequiredValue((request, response) -> read(response));
        } catch (ResourceAccessException e) {
            throw failed(e);
        }
    }

    private static void fill(HttpHeaders headers, Connection connection) {
        String tenant = connection.setting("tenant");
        if (!tenant.isEmpty()) {
            headers.set("X-Scope-OrgID", tenant);
        }
        String user = connection.setting("user");
        String token = connection.secret("token");
        if (!user.isEmpty()) {
            headers.setBasicAuth(user, token);
        } else if (!token.isEmpty()) {
            headers.setBearerAuth(token);
        }
    }

    private static JsonNode read(ClientHttpResponse response) throws IOException {
        check(response.getStatusCode().value());
        try (InputStream body = response.getBody()) {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new ConnectionFailed(
                        Reason.TOO_WIDE,
                        "Loki answers with more than is read at once.",
                        "Ask for fewer lines or a shorter time.");
            }
            return JSON.readTree(bytes);
        } catch (JacksonException e) {
            throw new ConnectionFailed(
                    Reason.UNSUPPORTED,
                    "What answers there is no Loki.",
                    "Check the address of the connection.",
                    e);
        }
    }

    private static void check(int status) {
        if (status == 200) {
            return;
        }
        throw switch (status) {
            case 400, 422 ->
                    new ConnectionFailed(
                            Reason.UNFIT,
                            "Loki does not understand that query.",
                            "Write LogQL such as {app=\"api\"} |= \"error\".");
            case 401, 403 ->
                    new ConnectionFailed(
                            Reason.DENIED,
                            "Loki does not let the portal in.",
                            "Check tenant, user and token of the connection.");
            case 404 ->
                    new ConnectionFailed(
                            Reason.NOT_FOUND,
                            "That Loki has no such thing.",
                            "Ask for something else.");
            case 429 ->
                    new ConnectionFailed(
                            Reason.TOO_WIDE,
                            "Loki is asked too much.",
                            "Ask for less, or wait a minute.");
            default ->
                    new ConnectionFailed(
                            Reason.DOWN,
                            "Loki failed with status " + status + ".",
                            "Try again in a minute; its own log says more.");
        };
    }

    private static ConnectionFailed failed(ResourceAccessException failure) {
        if (OutboundDenied.in(failure).isPresent()) {
            return new ConnectionFailed(
                    Reason.DENIED,
                    OutboundDenied.in(failure).orElseThrow().reason(),
                    "Ask whoever runs the portal for an exception.",
                    failure);
        }
        return failure.getCause() instanceof SocketTimeoutException
                ? new ConnectionFailed(
                        Reason.TIMEOUT, "Loki takes too long.", "Ask for a shorter time.", failure)
                : new ConnectionFailed(
                        Reason.DOWN,
                        "Loki does not answer.",
                        "Check the address of the connection.",
                        failure);
    }
}
