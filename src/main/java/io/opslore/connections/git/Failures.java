package io.opslore.connections.git;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.outbound.OutboundDenied;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;

/** Says what went wrong without repeating what a server has said. */
final class Failures {

    private Failures() {}

    /** Of what has gone wrong in the mirror. */
    static ConnectionFailed of(IOException cause) {
        return new ConnectionFailed(
                Reason.DOWN,
                "The portal's copy of the repository cannot be read.",
                "Try again; if it stays so, an administrator can look into the portal's log.",
                cause);
    }

    /** Of what has gone wrong on the way to the server. */
    static ConnectionFailed of(IOException cause, int status) {
        if (OutboundDenied.in(cause).isPresent()) {
            return failed(
                    Reason.UNFIT,
                    "The portal may not connect to where this repository is.",
                    "An administrator can name its host in opslore.outbound.allowed-hosts.",
                    cause);
        }
        if (caused(cause, SocketTimeoutException.class)) {
            return failed(
                    Reason.TIMEOUT,
                    "The Git server took too long.",
                    "Try again in a few minutes.",
                    cause);
        }
        return switch (status) {
            case 0 -> down(cause);
            case 401, 403 ->
                    failed(
                            Reason.DENIED,
                            "The Git server does not let the portal in.",
                            "An administrator can check the token of the connection.",
                            cause);
            case 404, 410 ->
                    failed(
                            Reason.NOT_FOUND,
                            "The Git server has no such repository for the portal.",
                            "Check its address, and whether the token may read it.",
                            cause);
            case 301, 302, 303, 307, 308 ->
                    failed(
                            Reason.UNFIT,
                            "The repository has moved.",
                            "Enter its new address; redirects are not followed.",
                            cause);
            case 200 -> notGit(cause);
            default -> down(cause);
        };
    }

    static ConnectionFailed noSuchRef() {
        return new ConnectionFailed(
                Reason.NOT_FOUND,
                "There is no such branch, tag or commit.",
                "List branches and tags, or give the id of a commit.");
    }

    static ConnectionFailed noSuchPath() {
        return new ConnectionFailed(
                Reason.NOT_FOUND,
                "There is nothing at that path in that commit.",
                "List the tree to see what there is.");
    }

    private static ConnectionFailed notGit(IOException cause) {
        if (caused(cause, ReadingConnections.NotReading.class)) {
            return failed(
                    Reason.UNSUPPORTED,
                    "That server does not speak Git's smart protocol.",
                    "Enter the address that git clone takes.",
                    cause);
        }
        return failed(
                Reason.DOWN,
                "The Git server broke off, or sent something else.",
                "Check that the branches are there and the repository is not larger than"
                        + " opslore.connections.git.max-answer; then try again.",
                cause);
    }

    private static ConnectionFailed down(IOException cause) {
        return failed(
                Reason.DOWN,
                "The Git server does not answer.",
                "Try again in a few minutes.",
                cause);
    }

    private static ConnectionFailed failed(
            Reason reason, String sentence, String suggestion, IOException cause) {
        return new ConnectionFailed(reason, sentence, suggestion, cause);
    }

    private static boolean caused(@Nullable Throwable at, Class<?> by) {
        return at != null && (by.isInstance(at) || caused(at.getCause(), by));
    }
}
