package io.opslore.assistant;

import io.opslore.models.TaskModel;
import io.opslore.retrieval.Passage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * By what means an answer came about: what the ledger keeps beside the answer itself.
 *
 * @param sent what was sent with the passages; null where no model was asked
 * @param model that was asked; null where none was
 * @param options that the model was asked with
 */
record Means(
        List<Passage> passages,
        @Nullable Sent sent,
        TaskModel.@Nullable Ready model,
        Map<String, String> options) {

    /** Nothing was found, or nothing was looked for yet. */
    static final Means NONE = new Means(List.of(), null, null, Map.of());

    /** No model was asked. */
    static Means of(List<Passage> passages) {
        return new Means(passages, null, null, Map.of());
    }
}
