package io.opslore.assistant;

import io.opslore.assistant.Answer.Outcome;
import io.opslore.models.ModelFailure;
import io.opslore.models.TaskModel;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes an answer's next snapshot from its last one. */
final class Answers {

    private Answers() {}

    /** The model is given these to answer from. */
    static Answer given(Answer answer, List<Citation> passages) {
        return working(answer, answer.workings().given(passages));
    }

    /** It waits for its turn with the model. */
    static Answer waiting(Answer answer, String model, int ahead) {
        return silent(answer, Outcome.WAITING, model, ahead);
    }

    /** It has its turn. */
    static Answer reading(Answer answer, String model) {
        return silent(answer, Outcome.READING, model, 0);
    }

    private static Answer silent(Answer answer, Outcome outcome, String model, int ahead) {
        return next(
                answer,
                it -> {
                    it.outcome = outcome;
                    it.show(Cited.NOTHING);
                    it.model = model;
                    it.tokens = 0;
                    it.failure = null;
                    it.ahead = ahead;
                });
    }

    /** More of the text has come, through the gate. */
    static Answer streaming(Answer answer, Cited cited, TaskModel.Ready model, Duration elapsed) {
        Answer working = working(answer, answer.workings().by(model, cited.thoughts()));
        return with(working, Outcome.STREAMING, cited, model.model(), elapsed, 0, null);
    }

    /** It has ended. */
    static Answer ended(Answer answer, Ending ending, Duration elapsed) {
        TaskModel.Ready model = ending.means().model();
        return with(
                model == null
                        ? answer
                        : working(answer, answer.workings().by(model, ending.cited().thoughts())),
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
                working(answer, answer.workings().with("").with(List.of())),
                Outcome.WITHHELD,
                Cited.NOTHING,
                answer.model(),
                answer.elapsed(),
                answer.tokens(),
                null);
    }

    /** With its words masked; what it quotes is the stored text, which is masked there. */
    static Answer masked(Answer answer, UnaryOperator<String> mask) {
        return next(
                answer,
                it -> {
                    it.question = mask.apply(answer.question());
                    it.markdown = mask.apply(answer.markdown());
                    it.unsupported = answer.unsupported().stream().map(mask).toList();
                    it.workings = answer.workings().with(mask.apply(answer.workings().thoughts()));
                });
    }

    /** With other citations for the same markers; without thoughts where one of them is closed. */
    static Answer citing(Answer answer, List<Citation> citations) {
        boolean open = citations.stream().noneMatch(Citation::isClosed);
        return next(
                answer,
                it -> {
                    it.citations = citations;
                    it.workings = open ? answer.workings() : answer.workings().with("");
                });
    }

    private static Answer with(
            Answer answer,
            Outcome outcome,
            Cited cited,
            @Nullable String model,
            Duration elapsed,
            int tokens,
            ModelFailure.@Nullable Reason failure) {
        return next(
                answer,
                it -> {
                    it.outcome = outcome;
                    it.show(cited);
                    it.model = model;
                    it.elapsed = elapsed.truncatedTo(ChronoUnit.MILLIS);
                    it.tokens = tokens;
                    it.failure = failure;
                    it.remarks = remarks(answer, cited);
                    it.workings = begun(outcome, cited, answer.workings());
                    it.ahead = 0;
                });
    }

    /** From the first word on, the text says itself what it stands on. */
    private static Workings begun(Outcome outcome, Cited cited, Workings workings) {
        return outcome.isFinal() || !cited.markdown().isEmpty()
                ? workings.given(List.of())
                : workings;
    }

    /** Without what the model thought. */
    static Answer thoughtless(Answer answer) {
        return working(answer, answer.workings().with(""));
    }

    /** With other lookups. */
    static Answer lookingUp(Answer answer, List<Lookup> lookups) {
        return working(answer, answer.workings().with(lookups));
    }

    /** Live systems are looked into, or that is over. */
    static Answer looking(Answer answer, boolean on) {
        return next(
                answer,
                it -> {
                    it.outcome = on ? Outcome.LOOKING : Outcome.SEARCHING;
                    it.ahead = 0;
                });
    }

    /** One more lookup has begun. */
    static Answer lookedUp(Answer answer, Lookup lookup) {
        List<Lookup> lookups =
                Stream.concat(answer.workings().lookups().stream(), Stream.of(lookup)).toList();
        return working(answer, answer.workings().with(lookups));
    }

    /** A lookup has come to its end. */
    static Answer lookedUp(Answer answer, Lookup running, Lookup ended) {
        return working(
                answer,
                answer.workings()
                        .with(
                                answer.workings().lookups().stream()
                                        .map(one -> one.equals(running) ? ended : one)
                                        .toList()));
    }

    /** With one remark more. */
    static Answer remarked(Answer answer, Remark remark) {
        return next(answer, it -> it.remarks = with(answer.remarks(), remark));
    }

    private static Answer working(Answer answer, Workings workings) {
        return next(answer, it -> it.workings = workings);
    }

    private static Answer next(Answer answer, Consumer<NextAnswer> changes) {
        var next = new NextAnswer(answer);
        changes.accept(next);
        return next.toAnswer();
    }

    private static List<Remark> remarks(Answer answer, Cited cited) {
        return cited.keptBack()
                ? with(answer.remarks(), Remark.of(Remark.Kind.PROMPT_KEPT_BACK))
                : answer.remarks();
    }

    private static List<Remark> with(List<Remark> remarks, Remark another) {
        return remarks.contains(another)
                ? remarks
                : Stream.concat(remarks.stream(), Stream.of(another)).toList();
    }
}
