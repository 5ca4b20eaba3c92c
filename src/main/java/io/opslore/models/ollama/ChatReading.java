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
        if (line.message() != null) {
            thought(parts, line.message().thinking());
            words(parts, line.message().content());
        }
        if (Boolean.TRUE.equals(line.done())) {
            done = true;
            parts.addAll(thoughts.rest());
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
            parts.addAll(thoughts.split(content));
        }
    }

    /** As newer servers tell them, beside the words. */
    private static void thought(List<ChatPart> parts, @Nullable String thought) {
        if (thought != null && !thought.isEmpty()) {
            parts.add(new ChatPart.Thought(thought));
        }
    }

    private static int count(@Nullable Integer counted) {
        return counted == null ? 0 : counted;
    }
}
