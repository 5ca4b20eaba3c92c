package io.opslore.retrieval.qdrant;

import io.grpc.Status;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Tells what a call's end says: that it was wrong, or that the server cannot do it now. */
final class Refusals {

    /** Our own mistakes; anything else says that the server cannot do it now. */
    private static final Set<Status.Code> OURS =
            Set.of(
                    Status.Code.NOT_FOUND,
                    Status.Code.INVALID_ARGUMENT,
                    Status.Code.OUT_OF_RANGE,
                    Status.Code.ALREADY_EXISTS,
                    Status.Code.UNIMPLEMENTED);

    private static final Set<Status.Code> WRONG_KEY =
            Set.of(Status.Code.UNAUTHENTICATED, Status.Code.PERMISSION_DENIED);

    private Refusals() {}

    /** Whether the call itself was wrong. */
    static boolean isOurs(Status status) {
        return OURS.contains(status.getCode());
    }

    /** Whether trying again is of no use: time heals neither our mistakes nor a wrong key. */
    static boolean lasts(Status status) {
        return isOurs(status) || WRONG_KEY.contains(status.getCode());
    }

    /** In one line, which says what to do where it is for us to do something. */
    static String describe(Status status) {
        if (WRONG_KEY.contains(status.getCode())) {
            return "the key is refused; look at opslore.qdrant.api-key";
        }
        if (isDistrusted(status.getCause())) {
            return "its certificate is not trusted; name a bundle with its CA in"
                    + " opslore.qdrant.ssl-bundle (docs/tls.md)";
        }
        String detail = status.getDescription();
        return detail == null
                ? status.getCode().toString()
                : status.getCode() + ", " + detail.lines().findFirst().orElse("");
    }

    /** Whether no line could be made that both trust. */
    private static boolean isDistrusted(@Nullable Throwable cause) {
        Throwable at = cause;
        while (at != null && !(at instanceof SSLException)) {
            at = at.getCause();
        }
        return at != null;
    }
}
