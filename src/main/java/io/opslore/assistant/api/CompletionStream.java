package io.opslore.assistant.api;

import io.opslore.assistant.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Sends an answer's snapshots as pieces that only ever grow: what was sent cannot be taken back, so
 * the end of the text, which may still change, waits. Called by one thread at a time.
 */
final class CompletionStream {

    /** A marker or a sentence that the gate may still take out stands within so many characters. */
    private static final int UNSETTLED = 40;

    private final SseEmitter events;
    private final Completion completion;
    private String sent = "";
    private String before = "";

    CompletionStream(SseEmitter events, Completion completion) {
        this.events = events;
        this.completion = completion;
    }

    void show(Answer answer) {
        try {
            if (answer.outcome().isFinal()) {
                end(answer);
            } else {
                grow(answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void grow(Answer answer) throws IOException {
        String now = answer.markdown();
        String settled = now.substring(0, Math.max(0, now.length() - UNSETTLED));
        // Said by two snapshots one after the other.
        if (settled.length() > sent.length()
                && settled.startsWith(sent)
                && before.startsWith(settled)) {
            send(answer, settled);
        } else if (sent.isEmpty()) {
            // Proxies give up on what is silent for long.
            events.send(SseEmitter.event().comment("working"));
        }
        before = now;
    }

    private void end(Answer answer) throws IOException {
        CompletionText text = completion.text();
        String words = text.words(answer);
        if (!words.startsWith(sent)) {
            piece(answer, "\n\n---\n\n");
            sent = "";
        }
        if (words.length() > sent.length()) {
            send(answer, words);
        }
        String sources = text.sources(answer);
        if (!sources.isEmpty()) {
            piece(answer, sources);
        }
        events.send(completion.last(answer), MediaType.APPLICATION_JSON);
        events.send("[DONE]", MediaType.TEXT_PLAIN);
        events.complete();
    }

    private void send(Answer answer, String upTo) throws IOException {
        piece(answer, upTo.substring(sent.length()));
        sent = upTo;
    }

    private void piece(Answer answer, String words) throws IOException {
        events.send(completion.piece(answer, words), MediaType.APPLICATION_JSON);
    }
}
