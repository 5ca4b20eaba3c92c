package io.opslore.models.ollama;

import io.opslore.models.ChatPart;
import io.opslore.models.ModelFailure;
import io.opslore.models.ModelFailure.Reason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.ollama.api.OllamaApi;
import reactor.core.publisher.Flux;

/** Reads one stream, in order; not shared between threads at one time. */
final class ChatReading {

    private final String model;
    private final Thoughts thoughts = new Thoughts();
    private volatile boolean begun;
    private volatile boolean done;

    ChatReading(String model) {
        this.model = model;
    }

    /** Whether any line of the stream has come. */
    boolean hasBegun() {
        return begun;
    }

    List<ChatPart> parts(OllamaApi.ChatResponse line) {
        if (line.message() == null && !Boolean.TRUE.equals(line.done())) {
            // A line {"error": …}: of it Spring AI keeps nothing.
            throw new ModelFailure(
                    begun ? Reason.CUT_OFF : Reason.REFUSED, "The server reported an error");
        }
        begun = true;
        var parts = new ArrayList<ChatPart>();
        words(parts, line.message() == null ? null : line.message().content());
        if (Boolean.TRUE.equals(line.done())) {
            done = true;
            add(parts, thoughts.rest());
            parts.add(
                    new ChatPart.Done(
                            model,
                            count(line.promptEvalCount()),
                            count(line.evalCount()),
                            "length".equals(line.doneReason())));
        }
        return parts;
    }

    /** What follows the last line: nothing if it said that it was the last. */
    Flux<ChatPart> end() {
        return done
                ? Flux.empty()
                : Flux.error(new ModelFailure(Reason.CUT_OFF, "The stream ended too early"));
    }

    private void words(List<ChatPart> parts, @Nullable String content) {
        if (content != null) {
            add(parts, thoughts.without(content));
        }
    }

    private static void add(List<ChatPart> parts, String words) {
        if (!words.isEmpty()) {
            parts.add(new ChatPart.Words(words));
        }
    }

    private static int count(@Nullable Integer counted) {
        return counted == null ? 0 : counted;
    }
}
