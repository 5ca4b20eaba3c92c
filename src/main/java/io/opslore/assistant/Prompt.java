package io.opslore.assistant;

import io.opslore.models.ChatRequest;
import io.opslore.models.TaskModel;
import io.opslore.retrieval.Passage;
import java.util.List;
import java.util.Map;

/**
 * What a model is asked, and from what.
 *
 * @param given the first is passage 1
 * @param model that is asked
 * @param options that the model is asked with
 * @param leaks keeps the answer from repeating the rules
 */
record Prompt(
        ChatRequest request,
        List<Given> given,
        Sent sent,
        TaskModel.Ready model,
        Map<String, String> options,
        LeakCheck leaks) {

    List<Passage> passages() {
        return given.stream().map(Given::passage).toList();
    }

    Means means() {
        return new Means(passages(), sent, model, options);
    }
}
