package io.opslore.connections.swarm;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.outbound.OutboundDenied;
import java.net.SocketTimeoutException;

/** What became of a request, in words that hold nothing of the engine's own. */
final class Failures {

    private Failures() {}

    static void check(int status) {
        if (status >= 200 && status < 300) {
            return;
        }
        throw switch (status) {
            case 400, 404 ->
                    new ConnectionFailed(
                            Reason.NOT_FOUND,
                            "The engine knows nothing of that name or id.",
                            "List services or stacks first.");
            case 401, 403 ->
                    new ConnectionFailed(
                            Reason.DENIED,
                            "The engine does not let the portal in.",
                            "Check the certificates of the connection.");
            // The engine's word for what only a manager can tell.
            case 406, 503 ->
                    new ConnectionFailed(
                            Reason.UNSUPPORTED,
                            "That engine is no manager of a swarm.",
                            "Connect a manager node.");
            default ->
                    new ConnectionFailed(
                            Reason.DOWN,
                            "The engine failed with status " + status + ".",
                            "Try again in a minute; its own log says more.");
        };
    }

    static ConnectionFailed late(Exception cause) {
        return new ConnectionFailed(
                Reason.TIMEOUT,
                "The engine takes too long.",
                "Ask for less, or try again in a minute.",
                cause);
    }

    static RuntimeException of(Throwable failure) {
        if (failure instanceof ConnectionFailed failed) {
            return failed;
        }
        if (failure instanceof IllegalStateException refused) {
            return refused;
        }
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof OutboundDenied denied) {
                return new ConnectionFailed(
                        Reason.DENIED,
                        denied.reason(),
                        "Ask whoever runs the portal for an exception.",
                        denied);
            }
            if (at instanceof SocketTimeoutException late) {
                return late(late);
            }
        }
        return new ConnectionFailed(
                Reason.DOWN,
                "The engine does not answer.",
                "Check the address and the certificates of the connection.",
                failure);
    }
}
