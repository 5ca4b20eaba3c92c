package io.opslore.connections.gitea;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.outbound.OutboundDenied;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.RestClientResponseException;

/** Says what went wrong without repeating what the server has said. */
final class GiteaFailures {

    private GiteaFailures() {}

    static ConnectionFailed of(Exception cause) {
        if (OutboundDenied.in(cause).isPresent()) {
            return failed(
                    Reason.UNFIT,
                    "The portal may not connect to where this server is.",
                    "An administrator can name its host in opslore.outbound.allowed-hosts.",
                    cause);
        }
        if (caused(cause, SocketTimeoutException.class)) {
            return failed(
                    Reason.TIMEOUT,
                    "The server took too long.",
                    "Try again, or ask for less.",
                    cause);
        }
        return cause instanceof RestClientResponseException answered
                ? answered(answered.getStatusCode().value(), cause)
                : failed(
                        Reason.DOWN,
                        "The server does not answer, or not as Gitea does.",
                        "Try again in a few minutes.",
                        cause);
    }

    static ConnectionFailed moved() {
        return new ConnectionFailed(
                Reason.UNSUPPORTED,
                "The server says that this is elsewhere; the portal does not follow.",
                "Use the repository's present name; list the repositories to see it.");
    }

    private static ConnectionFailed answered(int status, Exception cause) {
        return switch (status) {
            case 401, 403 ->
                    failed(
                            Reason.DENIED,
                            "The server does not let the portal in there.",
                            "An administrator can check the token and what it may read.",
                            cause);
            case 404, 410 ->
                    failed(
                            Reason.NOT_FOUND,
                            "The server has nothing of that name or number for the portal.",
                            "List what there is first.",
                            cause);
            case 429 ->
                    failed(
                            Reason.TIMEOUT,
                            "The server wants to be asked less often.",
                            "Try again in a minute.",
                            cause);
            default ->
                    failed(
                            Reason.DOWN,
                            "The server cannot answer that now.",
                            "Try again in a few minutes.",
                            cause);
        };
    }

    private static ConnectionFailed failed(
            Reason reason, String sentence, String suggestion, Exception cause) {
        return new ConnectionFailed(reason, sentence, suggestion, cause);
    }

    private static boolean caused(@Nullable Throwable at, Class<?> by) {
        return at != null && (by.isInstance(at) || caused(at.getCause(), by));
    }
}
