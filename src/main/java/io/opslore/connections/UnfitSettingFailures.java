package io.opslore.connections;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which setting it is, in place of a stack trace. */
class UnfitSettingFailures extends AbstractFailureAnalyzer<UnfitSetting> {

    @Override
    protected FailureAnalysis analyze(Throwable whole, UnfitSetting cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.action(), cause);
    }
}
