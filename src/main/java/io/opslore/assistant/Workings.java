package io.opslore.assistant;

import io.opslore.models.ModelTask;
import io.opslore.models.TaskModel;
import io.opslore.models.Thinking;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a model came to an answer: no part of what it answered.
 *
 * @param task that it was asked for; null where no model was asked
 * @param thinking what becomes of its thoughts
 * @param thoughts masked, and without what repeats the portal's own rules; never cited
 * @param lookups what was looked up in live systems, in order
 */
public record Workings(
        @Nullable ModelTask task, Thinking thinking, String thoughts, List<Lookup> lookups) {

    public Workings {
        lookups = List.copyOf(lookups);
    }

    /** No model was asked. */
    public static final Workings NONE = new Workings(null, Thinking.OFF, "", List.of());

    /** A model is asked. */
    Workings by(TaskModel.Ready ready, String itsThoughts) {
        return new Workings(ready.task(), ready.thinking(), itsThoughts, lookups);
    }

    Workings with(String otherThoughts) {
        return new Workings(task, thinking, otherThoughts, lookups);
    }

    Workings with(List<Lookup> otherLookups) {
        return new Workings(task, thinking, thoughts, otherLookups);
    }
}
