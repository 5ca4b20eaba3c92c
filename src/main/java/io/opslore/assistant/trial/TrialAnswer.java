package io.opslore.assistant.trial;

import io.opslore.assistant.Answer.Outcome;
import io.opslore.assistant.ConversationId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one model made of one question.
 *
 * @param conversation where it can be read; null once that was deleted
 */
public record TrialAnswer(
        int position,
        boolean ofCandidate,
        String question,
        @Nullable ConversationId conversation,
        Outcome outcome,
        int citations,
        int unsupported,
        Duration elapsed) {}
