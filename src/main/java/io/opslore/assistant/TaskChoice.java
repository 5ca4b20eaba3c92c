package io.opslore.assistant;

import io.opslore.identity.Asker;
import io.opslore.models.ModelTask;
import io.opslore.models.TaskModel;
import io.opslore.models.TaskModels;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
        return of(task, asked.wish().model(), asked.asker());
    }

    private TaskModel of(ModelTask task, @Nullable String model, Asker asker) {
        return model == null ? models.of(task, asker) : models.named(model, task, asker);
    }

    /**
     * Those that may come to answer before anything was searched: where the portal judges the task,
     * each of their own. None where there is none for the asker.
     */
    List<TaskModel.Ready> possible(ModelWish wish, Asker asker) {
        Stream<ModelTask> tasks =
                wish.task() == null ? ModelTask.SPEAKING.stream() : Stream.of(wish.task());
        return tasks.map(task -> of(task, wish.model(), asker))
                .filter(TaskModel.Ready.class::isInstance)
                .map(TaskModel.Ready.class::cast)
                .toList();
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
