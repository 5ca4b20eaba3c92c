package io.opslore.outbound;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence which setting names certificates that are not there. */
class UnknownBundleFailures extends AbstractFailureAnalyzer<UnknownBundle> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnknownBundle cause) {
        return new FailureAnalysis(cause.getMessage(), cause.advice(), cause);
    }
}
