package io.opslore.assistant;

import io.opslore.guard.Limit;
import io.opslore.guard.Limits;
import io.opslore.identity.Asker;
import io.opslore.models.ModelStatus;
import io.opslore.models.Models;
import io.opslore.models.ModelsSettings;
import io.opslore.models.TaskModel;
import org.springframework.stereotype.Component;

/**
 * How many tokens one request may have: the model's window, or as much of it as the asker may use.
 */
@Component
class ContextWindow {

    private final Limits limits;
    private final Models models;
    private final ModelsSettings settings;

    ContextWindow(Limits limits, Models models, ModelsSettings settings) {
        this.limits = limits;
        this.models = models;
        this.settings = settings;
    }

    int tokens(Asker asker) {
        return of(asker, models.status());
    }

    /** As much of the model's window as the asker may use. */
    int of(Asker asker, TaskModel.Ready model) {
        return atMost(asker, model.options().contextTokens());
    }

    private int of(Asker asker, ModelStatus status) {
        int window =
                switch (status) {
                    case ModelStatus.Available available -> available.contextTokens();
                    case ModelStatus.ModelMissing missing -> settings.contextTokens();
                    case ModelStatus.Unreachable unreachable -> settings.contextTokens();
                    case ModelStatus.Resting resting -> settings.contextTokens();
                };
        return atMost(asker, window);
    }

    private int atMost(Asker asker, int window) {
        return (int) limits.effective(asker).atMost(Limit.CONTEXT_TOKENS, window);
    }
}
