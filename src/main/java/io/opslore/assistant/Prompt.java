package io.opslore.assistant;

import io.opslore.models.ChatRequest;
import io.opslore.retrieval.Passage;
import java.util.List;
import java.util.Map;

/**
 * What a model is asked, and from what.
 *
 * @param given the first is passage 1
 * @param version of the system prompt
 */
record Prompt(ChatRequest request, List<Given> given, String version, int contextTokens) {

    List<Passage> passages() {
        return given.stream().map(Given::passage).toList();
    }

    Means means() {
        return new Means(
                passages(),
                version,
                Map.of(
                        "contextTokens", Integer.toString(contextTokens),
                        "answerTokens", Integer.toString(request.answerTokens())));
    }
}
