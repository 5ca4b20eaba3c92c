package io.opslore.assistant;

import io.opslore.models.ModelTask;
import org.jspecify.annotations.Nullable;

/**
 * Who a person wants to be answered by.
 *
 * @param task what they say it is about; null lets the portal judge by question and passages
 * @param model this very model and no other; null for the task's own
 * @param lookups what is looked up for it beside what its words want
 */
public record ModelWish(@Nullable ModelTask task, @Nullable String model, LookupWish lookups) {

    /** The portal chooses. */
    public static final ModelWish AUTOMATIC = new ModelWish(null, null);

    /** Nothing is looked up but what the question's words want. */
    public ModelWish(@Nullable ModelTask task, @Nullable String model) {
        this(task, model, LookupWish.NONE);
    }

    /** The same with this looked up. */
    public ModelWish looking(LookupWish wanted) {
        return new ModelWish(task, model, wanted);
    }

    /** The task's own model; null lets the portal choose the task. */
    public static ModelWish of(@Nullable ModelTask task) {
        return new ModelWish(task, null);
    }
}
