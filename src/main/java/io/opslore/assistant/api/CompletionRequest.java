package io.opslore.assistant.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a client of OpenAI's chat completions sends, as far as it matters here: rules for the model,
 * temperature and the like are the portal's own.
 *
 * @param model {@code opslore}, {@code opslore-<task>}, or one of the server's models
 * @param stream whether the answer comes in pieces
 * @param toolChoice {@code none} where documents alone are to answer
 */
record CompletionRequest(
        @Nullable String model,
        @Nullable List<Message> messages,
        @Nullable Boolean stream,
        @JsonProperty("tool_choice") @Nullable JsonNode toolChoice) {

    /** Whether live systems may be looked into: not where no tool is to be chosen. */
    boolean looks() {
        return toolChoice == null || !"none".equals(toolChoice.asString(""));
    }

    /** Whether it comes in pieces. */
    boolean streams() {
        return Boolean.TRUE.equals(stream);
    }

    /** What people said, the oldest first. */
    List<String> said() {
        return messages == null
                ? List.of()
                : messages.stream()
                        .filter(message -> "user".equals(message.role()))
                        .map(Message::text)
                        .filter(text -> !text.isBlank())
                        .toList();
    }

    /**
     * @param content a text, or a list of parts of which those of type {@code text} count
     */
    record Message(@Nullable String role, @Nullable JsonNode content) {

        String text() {
            if (content == null) {
                return "";
            }
            return content.isArray()
                    ? content.valueStream()
                            .filter(part -> "text".equals(part.path("type").asString("")))
                            .map(part -> part.path("text").asString(""))
                            .collect(Collectors.joining("\n"))
                    : content.asString("");
        }
    }
}
