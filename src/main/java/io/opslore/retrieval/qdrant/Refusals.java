package io.opslore.retrieval.qdrant;

import io.grpc.Status;
import java.util.Set;

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

    /** In one line. */
    static String describe(Status status) {
        String detail = status.getDescription();
        return detail == null
                ? status.getCode().toString()
                : status.getCode() + ", " + detail.lines().findFirst().orElse("");
    }
}
