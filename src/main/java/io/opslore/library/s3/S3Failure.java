package io.opslore.library.s3;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Says what the SDK says as those expect it who know nothing of it. */
final class S3Failure {

    private static final String DISTRUSTED =
            "its certificate is not trusted; name a bundle with its CA in"
                    + " opslore.library.s3.ssl-bundle (docs/tls.md)";
    private static final int FORBIDDEN = 403;
    private static final int ABSENT = 404;
    private static final int ELSEWHERE = 301;

    private S3Failure() {}

    static IOException of(SdkException failure, String what) {
        if (isAbsent(failure)) {
            return new NoSuchFileException(what);
        }
        return new IOException("The S3 store failed: " + what + ": " + reason(failure), failure);
    }

    static boolean isAbsent(SdkException failure) {
        return failure instanceof S3Exception answered && answered.statusCode() == ABSENT;
    }

    /** Why the bucket cannot be used, for whoever set it up. */
    static String ofBucket(SdkException failure) {
        int status = failure instanceof S3Exception answered ? answered.statusCode() : 0;
        return switch (status) {
            case FORBIDDEN -> "the keys are refused, or may not read and list it";
            case ABSENT -> "there is no such bucket";
            case ELSEWHERE -> "it is in another region";
            default -> reason(failure);
        };
    }

    private static String reason(SdkException failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            if (root instanceof SSLException) {
                return DISTRUSTED;
            }
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }
}
