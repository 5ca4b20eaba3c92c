package io.opslore.assistant.api;

import io.opslore.assistant.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer in the form of OpenAI's chat completions, whole or in pieces.
 *
 * @param model as the client called it
 */
record Completion(String model, CompletionText text) {

    /** All at once. */
    Map<String, Object> whole(Answer answer) {
        Map<String, Object> body = frame(answer, "chat.completion");
        body.put(
                "choices",
                List.of(
                        choice(
                                "message",
                                Map.of("role", "assistant", "content", text.whole(answer)),
                                finish(answer))));
        ending(answer, body);
        return body;
    }

    /** One piece of its words. */
    Map<String, Object> piece(Answer answer, String words) {
        Map<String, Object> body = frame(answer, "chat.completion.chunk");
        body.put(
                "choices",
                List.of(choice("delta", Map.of("role", "assistant", "content", words), null)));
        return body;
    }

    /** The last piece: no words any more. */
    Map<String, Object> last(Answer answer) {
        Map<String, Object> body = frame(answer, "chat.completion.chunk");
        body.put("choices", List.of(choice("delta", Map.of(), finish(answer))));
        ending(answer, body);
        return body;
    }

    private Map<String, Object> frame(Answer answer, String kind) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", "chatcmpl-" + answer.id().value());
        body.put("object", kind);
        body.put("created", answer.askedAt().getEpochSecond());
        body.put("model", model);
        return body;
    }

    private void ending(Answer answer, Map<String, Object> body) {
        body.put("citations", text.citations(answer));
        body.put("conversation", answer.conversation().value());
        body.put("outcome", answer.outcome().name().toLowerCase(Locale.ROOT));
        if (answer.failure() != null) {
            body.put("failure", answer.failure().name().toLowerCase(Locale.ROOT));
        }
        // The server tells one sum; which part of it was the answer is an estimate of no use here.
        body.put(
                "usage",
                Map.of(
                        "prompt_tokens",
                        answer.tokens(),
                        "completion_tokens",
                        0,
                        "total_tokens",
                        answer.tokens()));
    }

    private static Map<String, Object> choice(
            String part, Map<String, Object> content, @Nullable String finish) {
        Map<String, Object> choice = new LinkedHashMap<>();
        choice.put("index", 0);
        choice.put(part, content);
        choice.put("finish_reason", finish);
        return choice;
    }

    private static String finish(Answer answer) {
        return answer.outcome() == Answer.Outcome.CUT_OFF ? "length" : "stop";
    }
}
