package io.opslore.assistant;

import org.springframework.stereotype.Component;

/** Third stage: decides before any model is asked whether there is anything to answer from. */
@Component
class SupportDecision {

    private final SupportRule rule;

    SupportDecision(AssistantSettings settings) {
        rule = settings.support();
    }

    Support decide(Searched searched) {
        return searched.passages().stream().anyMatch(rule::holds)
                ? new Support.Held(searched)
                : new Support.Missing(searched);
    }
}
