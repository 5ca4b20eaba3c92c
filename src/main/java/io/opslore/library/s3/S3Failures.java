package io.opslore.library.s3;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence why the portal did not start without its bucket. */
class S3Failures extends AbstractFailureAnalyzer<S3Unusable> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, S3Unusable cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Look at "
                        + cause.setting()
                        + " and what stands beside it; opslore.library.store=files does without.",
                cause);
    }
}
