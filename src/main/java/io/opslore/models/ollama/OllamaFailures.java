package io.opslore.models.ollama;

import io.opslore.models.ModelFailure;
import io.opslore.models.ModelFailure.Reason;
import java.util.concurrent.TimeoutException;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;

/** Says what an exception from below means. */
final class OllamaFailures {

    private static final int LONGEST = 200;

    private OllamaFailures() {}

    static ModelFailure of(Throwable failure, boolean begun) {
        return switch (failure) {
            case ModelFailure known -> known;
            case TimeoutException late ->
                    new ModelFailure(Reason.TIMED_OUT, "The model fell silent", late);
            case WebClientResponseException answer -> refused(answer);
            case WebClientRequestException request when !begun ->
                    new ModelFailure(Reason.UNREACHABLE, "No answer from the server", request);
            default ->
                    new ModelFailure(
                            begun ? Reason.CUT_OFF : Reason.REFUSED,
                            "The stream could not be read",
                            failure);
        };
    }

    /** Enough to see why; the rest may be the prompt. */
    private static String said(WebClientResponseException answer) {
        String body = answer.getResponseBodyAsString().replaceAll("\\s+", " ");
        return body.length() <= LONGEST ? body : body.substring(0, LONGEST) + "…";
    }

    private static ModelFailure refused(WebClientResponseException answer) {
        int status = answer.getStatusCode().value();
        return new ModelFailure(
                answer.getStatusCode().is5xxServerError()
                        ? Reason.SERVER_FAULT
                        : status == 404 ? Reason.MODEL_MISSING : Reason.REFUSED,
                "The model server refused with " + status,
                said(answer),
                answer);
    }
}
