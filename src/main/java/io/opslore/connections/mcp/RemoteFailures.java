package io.opslore.connections.mcp;

import io.modelcontextprotocol.client.transport.McpHttpClientTransportAuthorizationException;
import io.modelcontextprotocol.spec.McpError;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What is said where a server does not do it; never its own words. */
final class RemoteFailures {

    private static final int DEEP = 20;

    /** The library keeps one class to itself, and says it in words where it reads a stream. */
    private static final String TOO_LONG = "MaxSizeExceededException";

    private static final String LINE_TOO_LONG = "exceeds the maximum allowed size";

    private RemoteFailures() {}

    static ConnectionFailed of(Throwable failure) {
        for (Throwable one : chain(failure)) {
            ConnectionFailed known = known(one);
            if (known != null) {
                return known;
            }
        }
        return new ConnectionFailed(
                Reason.UNSUPPORTED,
                "What answers there does not speak as an MCP server does.",
                "Check the address on the connection: it is that of the endpoint, and redirects"
                        + " are not followed.",
                failure);
    }

    static ConnectionFailed down(Throwable cause) {
        return new ConnectionFailed(
                Reason.DOWN,
                "The MCP server does not answer.",
                "Check that it is up, and the address on the connection.",
                cause);
    }

    private static @Nullable ConnectionFailed known(Throwable one) {
        return switch (one) {
            case ConnectionFailed failed -> failed;
            case McpHttpClientTransportAuthorizationException refused ->
                    new ConnectionFailed(
                            Reason.DENIED,
                            "The MCP server does not let the portal in.",
                            "An administrator has to renew the token on the connection.",
                            refused);
            case HttpTimeoutException late -> timeout(late);
            case TimeoutException late -> timeout(late);
            case ConnectException closed -> down(closed);
            case McpError refused ->
                    new ConnectionFailed(
                            Reason.UNFIT,
                            "The MCP server refuses the call.",
                            "Check the arguments against the tool's schema.",
                            refused);
            default -> tooLong(one);
        };
    }

    private static @Nullable ConnectionFailed tooLong(Throwable one) {
        return one.getClass().getSimpleName().equals(TOO_LONG)
                        || String.valueOf(one.getMessage()).contains(LINE_TOO_LONG)
                ? new ConnectionFailed(
                        Reason.TOO_WIDE,
                        "The MCP server answers with more than is read at once.",
                        "Ask for less.",
                        one)
                : null;
    }

    private static ConnectionFailed timeout(Throwable cause) {
        return new ConnectionFailed(
                Reason.TIMEOUT,
                "The MCP server did not answer in time.",
                "Ask for less, or try again.",
                cause);
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        Throwable at = failure;
        while (at != null && chain.size() < DEEP) {
            chain.add(at);
            chain.addAll(List.of(at.getSuppressed()));
            at = at.getCause();
        }
        return chain;
    }
}
