package io.opslore.assistant;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.opslore.assistant.Answer.Outcome;
import io.opslore.guard.LimitReached;
import io.opslore.guard.QuestionBlocked;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * A question from the click to the last word, as metrics and traces see it: how it ended and how
 * long it took, and nothing of what was asked. Whoever goes on with it on another thread takes it
 * along.
 */
final class AskedQuestion {

    private final Observation observed;

    private AskedQuestion(Observation observed) {
        this.observed = observed;
    }

    /** From this moment on. */
    static AskedQuestion now(ObservationRegistry observations) {
        return new AskedQuestion(
                Observation.createNotStarted("opslore.question", observations)
                        .contextualName("ask")
                        .lowCardinalityKeyValue("outcome", "unknown")
                        .start());
    }

    /** What is done in it belongs to the question; it goes on unless this throws. */
    <T> T accepting(Supplier<T> work) {
        try (var _ = observed.openScope()) {
            return work.get();
        } catch (RuntimeException e) {
            end(refusal(e));
            throw e;
        }
    }

    /** By this the trace of an answer is found; numbers do not know it. */
    void isAnsweredBy(AnswerId answer) {
        observed.highCardinalityKeyValue("answer", answer.value().toString());
    }

    /** What is done in it belongs to the question, which has ended with it. */
    void answering(Supplier<Outcome> work) {
        try (var _ = observed.openScope()) {
            end(work.get().name().toLowerCase(Locale.ROOT));
        } catch (RuntimeException e) {
            end("failed");
            throw e;
        }
    }

    private void end(String outcome) {
        observed.lowCardinalityKeyValue(KeyValue.of("outcome", outcome)).stop();
    }

    private static String refusal(RuntimeException e) {
        return switch (e) {
            case LimitReached limit -> "limited";
            case QuestionBlocked blocked -> "blocked";
            case QuestionTooLong tooLong -> "too_long";
            case ModelRefused refused -> "model_refused";
            default -> "failed";
        };
    }
}
