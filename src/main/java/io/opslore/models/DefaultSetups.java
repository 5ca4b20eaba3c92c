package io.opslore.models;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** How tasks are set up that nobody has changed: by the settings, with the models for a server. */
@Component
class DefaultSetups {

    private final ModelsSettings settings;

    DefaultSetups(ModelsSettings settings) {
        this.settings = settings;
    }

    TaskSetup of(ModelTask task) {
        return new TaskSetup(
                task,
                model(task),
                settings.contextTokens(),
                settings.temperature(),
                Optional.empty(),
                thinking(task));
    }

    /** Where a setting names the general model, that one, whatever else is said. */
    TaskSetup overruled(TaskSetup setup) {
        return isOverruled(setup.task()) ? setup.with(settings.chatModel()) : setup;
    }

    boolean isOverruled(ModelTask task) {
        return task == ModelTask.GENERAL && !settings.chatModel().isEmpty();
    }

    private static String model(ModelTask task) {
        return task == ModelTask.EMBEDDING ? "" : ModelAdvice.MORE.model(task);
    }

    /** Logs want a model that reasons; elsewhere thoughts only cost time. */
    private Thinking thinking(ModelTask task) {
        return settings.think() || task == ModelTask.LOGS ? Thinking.FOLDED : Thinking.OFF;
    }
}
