package io.opslore.assistant;

import io.opslore.models.ModelTask;
import io.opslore.models.TaskModel;
import io.opslore.models.Thinking;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a model comes to an answer: no part of what it answers.
 *
 * @param task that it was asked for; null where no model was asked
 * @param thinking what becomes of its thoughts
 * @param thoughts masked, and without what repeats the portal's own rules; never cited
 * @param lookups what was looked up in live systems, in order
 * @param given what it was given to answer from, until its first word comes; never stored
 */
public record Workings(
        @Nullable ModelTask task,
        Thinking thinking,
        String thoughts,
        List<Lookup> lookups,
        List<Citation> given) {

    public Workings {
        lookups = List.copyOf(lookups);
        given = List.copyOf(given);
    }

    /** No model was asked. */
    public static final Workings NONE = new Workings(null, Thinking.OFF, "", List.of(), List.of());

    /** A model is asked. */
    Workings by(TaskModel.Ready ready, String itsThoughts) {
        return new Workings(ready.task(), ready.thinking(), itsThoughts, lookups, given);
    }

    Workings with(String otherThoughts) {
        return new Workings(task, thinking, otherThoughts, lookups, given);
    }

    Workings with(List<Lookup> otherLookups) {
        return new Workings(task, thinking, thoughts, otherLookups, given);
    }

    Workings given(List<Citation> passages) {
        return new Workings(task, thinking, thoughts, lookups, passages);
    }
}
