package io.opslore.assistant;

import io.opslore.identity.Asker;
import io.opslore.models.ModelTask;
import io.opslore.models.TaskModel;
import io.opslore.models.TaskModels;
import org.springframework.stereotype.Component;

/** Chooses task and model of a question: as its asker wishes, else by its signs. */
@Component
class TaskChoice {

    private final TaskModels models;

    TaskChoice(TaskModels models) {
        this.models = models;
    }

    /** What works on it for its asker; asked again here, whatever was allowed when it came in. */
    TaskModel of(Searched searched) {
        Asked asked = searched.asked();
        ModelTask wanted = asked.wish().task();
        ModelTask task =
                wanted == null ? TaskSigns.of(asked.question(), searched.passages()) : wanted;
        String model = asked.wish().model();
        return model == null
                ? models.of(task, asked.asker())
                : models.named(model, task, asked.asker());
    }

    /**
     * @throws ModelRefused where the very model that is wished for is not there, or not for them
     */
    void require(ModelWish wish, Asker asker) {
        String model = wish.model();
        if (model != null
                && !(models.named(model, ModelTask.GENERAL, asker) instanceof TaskModel.Ready)) {
            throw new ModelRefused(model);
        }
    }
}
