package io.opslore.operations;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence why the portal did not start, in place of a stack trace. */
class StartFailures extends AbstractFailureAnalyzer<DataFolderInUse> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DataFolderInUse cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Stop the other one, or set OPSLORE_DATA to a folder of its own.",
                cause);
    }
}
