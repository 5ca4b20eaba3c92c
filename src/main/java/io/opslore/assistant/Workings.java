package io.opslore.assistant;

import io.opslore.models.ModelTask;
import io.opslore.models.TaskModel;
import io.opslore.models.Thinking;
import org.jspecify.annotations.Nullable;

/**
 * How a model came to an answer: no part of what it answered.
 *
 * @param task that it was asked for; null where no model was asked
 * @param thinking what becomes of its thoughts
 * @param thoughts masked, and without what repeats the portal's own rules; never cited
 */
public record Workings(@Nullable ModelTask task, Thinking thinking, String thoughts) {

    /** No model was asked. */
    public static final Workings NONE = new Workings(null, Thinking.OFF, "");

    static Workings of(TaskModel.Ready ready, String thoughts) {
        return new Workings(ready.task(), ready.thinking(), thoughts);
    }

    Workings with(String otherThoughts) {
        return new Workings(task, thinking, otherThoughts);
    }
}
