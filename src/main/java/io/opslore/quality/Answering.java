package io.opslore.quality;

import io.opslore.assistant.Answer;
import io.opslore.assistant.Assistant;
import io.opslore.assistant.Citation;
import io.opslore.identity.Asker;
import io.opslore.models.ModelStatus;
import io.opslore.models.Models;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the assistant as a person does, one question after the other, and counts what it cites. */
final class Answering {

    private static final long MINUTES_PER_ANSWER = 20;

    private final Assistant assistant;
    private final Models models;
    private final Asker asker;

    Answering(Assistant assistant, Models models, Asker asker) {
        this.assistant = assistant;
        this.models = models;
        this.asker = asker;
    }

    AnswerReport report(List<AnswerKey> keys) throws InterruptedException {
        List<GivenAnswer> right = new ArrayList<>();
        List<GivenAnswer> none = new ArrayList<>();
        for (AnswerKey key : keys) {
            (key.isUnanswerable() ? none : right).add(ask(key));
        }
        long cited = right.stream().mapToLong(it -> it.cited().size()).sum();
        long rightly = right.stream().mapToLong(GivenAnswer::citedRightly).sum();
        return new AnswerReport(
                by(),
                right.size(),
                none.size(),
                right.stream().mapToInt(it -> it.refused() ? 0 : 1).average().orElse(0),
                cited == 0 ? 0 : (double) rightly / cited,
                right.stream().mapToDouble(GivenAnswer::factsCited).average().orElse(0),
                none.stream().mapToInt(it -> it.refused() ? 1 : 0).average().orElse(0));
    }

    private String by() {
        return switch (models.status()) {
            case ModelStatus.Available(var url, var model, var tokens) -> model;
            case ModelStatus.ModelMissing missing -> "passages";
            case ModelStatus.Unreachable unreachable -> "passages";
            case ModelStatus.Resting resting -> "passages";
        };
    }

    private GivenAnswer ask(AnswerKey key) throws InterruptedException {
        Answer answer = ended(assistant.ask(key.question(), null, asker));
        return new GivenAnswer(
                key,
                answer.outcome() == Answer.Outcome.NO_SUPPORT,
                answer.citations().stream().map(Citation::quote).toList());
    }

    private Answer ended(Answer begun) throws InterruptedException {
        var end = new CompletableFuture<Answer>();
        Runnable unfollow =
                assistant.follow(
                        begun.id(),
                        asker,
                        answer -> {
                            if (answer.outcome().isFinal()) {
                                end.complete(answer);
                            }
                        });
        try {
            return end.get(MINUTES_PER_ANSWER, TimeUnit.MINUTES);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("No answer to: " + begun.question(), e);
        } finally {
            unfollow.run();
        }
    }
}
