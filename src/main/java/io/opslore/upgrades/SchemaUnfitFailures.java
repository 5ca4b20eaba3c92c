package io.opslore.upgrades;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence why the portal did not start on that schema. */
class SchemaUnfitFailures extends AbstractFailureAnalyzer<SchemaUnfit> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SchemaUnfit cause) {
        return new FailureAnalysis(cause.getMessage(), cause.advice(), cause);
    }
}
