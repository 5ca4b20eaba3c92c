package io.opslore.assistant;

import io.opslore.models.ModelTask;
import org.jspecify.annotations.Nullable;

/**
 * Who a person wants to be answered by.
 *
 * @param task what they say it is about; null lets the portal judge by question and passages
 * @param model this very model and no other; null for the task's own
 */
public record ModelWish(@Nullable ModelTask task, @Nullable String model) {

    /** The portal chooses. */
    public static final ModelWish AUTOMATIC = new ModelWish(null, null);

    /** The task's own model; null lets the portal choose the task. */
    public static ModelWish of(@Nullable ModelTask task) {
        return new ModelWish(task, null);
    }
}
