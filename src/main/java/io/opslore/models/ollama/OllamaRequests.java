package io.opslore.models.ollama;

import io.opslore.models.ModelFailure;
import io.opslore.models.ModelFailure.Reason;
import io.opslore.models.ModelsSettings;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;

/** Requests that Spring AI's client does not know, and what their failures mean. */
final class OllamaRequests {

    private OllamaRequests() {}

    /**
     * @param limit from the request to the answer's beginning
     */
    static RestClient client(ModelsSettings settings, HttpClient http, Duration limit) {
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(limit);
        return RestClient.builder().baseUrl(settings.baseUrl()).requestFactory(requests).build();
    }

    static <T> T asked(Supplier<@Nullable T> question) {
        try {
            T answer = question.get();
            if (answer == null) {
                throw new ModelFailure(Reason.REFUSED, "The server said nothing");
            }
            return answer;
        } catch (RestClientException e) {
            throw failure(e);
        }
    }

    static ModelFailure failure(Throwable cause) {
        return switch (cause) {
            case ModelFailure known -> known;
            case RestClientResponseException answer ->
                    refused(answer.getStatusCode(), answer.getResponseBodyAsString(), answer);
            case WebClientResponseException answer ->
                    refused(answer.getStatusCode(), answer.getResponseBodyAsString(), answer);
            case ResourceAccessException absent ->
                    new ModelFailure(Reason.UNREACHABLE, "No answer from the server", absent);
            case WebClientRequestException absent ->
                    new ModelFailure(Reason.UNREACHABLE, "No answer from the server", absent);
            default -> new ModelFailure(Reason.CUT_OFF, "The connection broke off", cause);
        };
    }

    private static ModelFailure refused(HttpStatusCode status, String body, Throwable cause) {
        Reason reason =
                status.is5xxServerError()
                        ? Reason.SERVER_FAULT
                        : status.value() == HttpStatus.NOT_FOUND.value()
                                ? Reason.MODEL_MISSING
                                : Reason.REFUSED;
        return new ModelFailure(reason, OllamaTold.error(body), cause);
    }
}
