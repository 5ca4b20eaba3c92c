package io.opslore.assistant;

import io.opslore.assistant.Answer.Outcome;
import io.opslore.models.ModelFailure;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer's next snapshot in the making: like the last one but for what is set. */
final class NextAnswer {

    private final Answer last;
    String question;
    Outcome outcome;
    String markdown;
    List<Citation> citations;
    List<String> unsupported;
    @Nullable String model;
    Duration elapsed;
    int tokens;
    ModelFailure.@Nullable Reason failure;
    List<Remark> remarks;
    Workings workings;
    int ahead;

    NextAnswer(Answer last) {
        this.last = last;
        question = last.question();
        outcome = last.outcome();
        markdown = last.markdown();
        citations = last.citations();
        unsupported = last.unsupported();
        model = last.model();
        elapsed = last.elapsed();
        tokens = last.tokens();
        failure = last.failure();
        remarks = last.remarks();
        workings = last.workings();
        ahead = last.ahead();
    }

    /** Another text, with what bears it out. */
    void show(Cited cited) {
        markdown = cited.markdown();
        citations = cited.citations();
        unsupported = cited.unsupported();
    }

    Answer toAnswer() {
        return new Answer(
                last.id(),
                last.conversation(),
                question,
                outcome,
                markdown,
                citations,
                unsupported,
                model,
                elapsed,
                tokens,
                last.askedAt(),
                failure,
                remarks,
                workings,
                ahead);
    }
}
