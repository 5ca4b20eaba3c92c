package io.opslore.replicas;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence why the portal did not start beside another one. */
class CannotShareFailures extends AbstractFailureAnalyzer<CannotShare> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, CannotShare cause) {
        return new FailureAnalysis(cause.getMessage(), cause.advice(), cause);
    }
}
