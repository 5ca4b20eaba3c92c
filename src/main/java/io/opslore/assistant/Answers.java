package io.opslore.assistant;

import io.opslore.assistant.Answer.Outcome;
import io.opslore.models.ModelFailure;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes an answer's next snapshot from its last one. */
final class Answers {

    private Answers() {}

    /** It waits for its turn with the model. */
    static Answer waiting(Answer answer, String model, int ahead) {
        return new Answer(
                answer.id(),
                answer.conversation(),
                answer.question(),
                Outcome.WAITING,
                "",
                List.of(),
                List.of(),
                model,
                answer.elapsed(),
                0,
                answer.askedAt(),
                null,
                answer.remarks(),
                ahead);
    }

    /** More of the text has come, through the gate. */
    static Answer streaming(Answer answer, Cited cited, String model, Duration elapsed) {
        return with(answer, Outcome.STREAMING, cited, model, elapsed, 0, null);
    }

    /** It has ended. */
    static Answer ended(Answer answer, Ending ending, Duration elapsed) {
        return with(
                answer,
                ending.outcome(),
                ending.cited(),
                ending.model(),
                elapsed,
                ending.spent().tokens(),
                ending.failure());
    }

    /** That there was an answer, and nothing of what it said. */
    static Answer withheld(Answer answer) {
        return with(
                answer,
                Outcome.WITHHELD,
                Cited.NOTHING,
                answer.model(),
                answer.elapsed(),
                answer.tokens(),
                null);
    }

    /** With its words masked; what it quotes is the stored text, which is masked there. */
    static Answer masked(Answer answer, UnaryOperator<String> mask) {
        return new Answer(
                answer.id(),
                answer.conversation(),
                mask.apply(answer.question()),
                answer.outcome(),
                mask.apply(answer.markdown()),
                answer.citations(),
                answer.unsupported().stream().map(mask).toList(),
                answer.model(),
                answer.elapsed(),
                answer.tokens(),
                answer.askedAt(),
                answer.failure(),
                answer.remarks(),
                answer.ahead());
    }

    /** With other citations for the same markers. */
    static Answer citing(Answer answer, List<Citation> citations) {
        return new Answer(
                answer.id(),
                answer.conversation(),
                answer.question(),
                answer.outcome(),
                answer.markdown(),
                citations,
                answer.unsupported(),
                answer.model(),
                answer.elapsed(),
                answer.tokens(),
                answer.askedAt(),
                answer.failure(),
                answer.remarks(),
                answer.ahead());
    }

    private static Answer with(
            Answer answer,
            Outcome outcome,
            Cited cited,
            @Nullable String model,
            Duration elapsed,
            int tokens,
            ModelFailure.@Nullable Reason failure) {
        return new Answer(
                answer.id(),
                answer.conversation(),
                answer.question(),
                outcome,
                cited.markdown(),
                cited.citations(),
                cited.unsupported(),
                model,
                elapsed.truncatedTo(ChronoUnit.MILLIS),
                tokens,
                answer.askedAt(),
                failure,
                remarks(answer, cited),
                0);
    }

    private static List<Remark> remarks(Answer answer, Cited cited) {
        Remark kept = Remark.of(Remark.Kind.PROMPT_KEPT_BACK);
        if (!cited.keptBack() || answer.remarks().contains(kept)) {
            return answer.remarks();
        }
        return Stream.concat(answer.remarks().stream(), Stream.of(kept)).toList();
    }
}
