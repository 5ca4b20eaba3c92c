package io.opslore.connections.s3;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.outbound.OutboundDenied;
import java.net.SocketTimeoutException;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Says what the SDK says in the portal's own words, and never what a server has said. */
final class BucketFailures {

    private BucketFailures() {}

    static ConnectionFailed of(SdkException failure) {
        return failure instanceof S3Exception answered ? answered(answered) : broken(failure);
    }

    /** Without an answer, or in the middle of it. */
    static ConnectionFailed broken(Exception failure) {
        Optional<OutboundDenied> denied = OutboundDenied.in(failure);
        if (denied.isPresent()) {
            return new ConnectionFailed(
                    Reason.DENIED,
                    denied.get().reason(),
                    "Ask whoever runs the portal for an exception.",
                    failure);
        }
        return isTimeout(failure)
                ? new ConnectionFailed(
                        Reason.TIMEOUT, "The S3 server takes too long.", "Try again.", failure)
                : new ConnectionFailed(
                        Reason.DOWN,
                        "The S3 server does not answer.",
                        "Check the address of the connection.",
                        failure);
    }

    private static ConnectionFailed answered(S3Exception failure) {
        int status = failure.statusCode();
        return switch (status) {
            case 401, 403 ->
                    new ConnectionFailed(
                            Reason.DENIED,
                            "The keys are refused, or may not list or read there.",
                            "Check the keys; s3:ListBucket and s3:GetObject are enough.",
                            failure);
            case 404 ->
                    new ConnectionFailed(
                            Reason.NOT_FOUND,
                            "There is no such bucket or object, or no such access key.",
                            "Check the bucket's name and the keys.",
                            failure);
            case 301, 307, 400 ->
                    new ConnectionFailed(
                            Reason.UNFIT,
                            "The server has the bucket elsewhere, or does not take the request.",
                            "Check the region, and whether the bucket stands in path or host.",
                            failure);
            default ->
                    new ConnectionFailed(
                            Reason.DOWN,
                            "The S3 server failed with status " + status + ".",
                            "Try again in a minute; its own log says more.",
                            failure);
        };
    }

    private static boolean isTimeout(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }
}
