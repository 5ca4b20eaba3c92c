package io.opslore.assistant.trial;

import io.opslore.assistant.Answer;
import io.opslore.assistant.Answer.Outcome;
import io.opslore.assistant.Assistant;
import io.opslore.assistant.ModelWish;
import io.opslore.identity.Asker;
import io.opslore.models.ModelTask;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One trial on its way: every question of one model, then of the other, so that the server need not
 * load them by turns. Asks in the name of whoever started it: with their rights, within their
 * limits.
 *
 * @param models the present one, then the candidate
 */
record TrialRun(
        TrialId id,
        ModelTask task,
        List<String> models,
        List<SavedQuestion> questions,
        Asker asker) {

    private static final long SECONDS_BETWEEN_TOUCHES = 2;

    /**
     * Returns when all are through, or stop is told.
     *
     * @throws RuntimeException where a question is refused: by a limit, or because a model is gone
     */
    void run(Assistant assistant, TrialRows rows, TrialNews news, CompletableFuture<Void> stop) {
        for (int model = 0; model < models.size(); model++) {
            var wish = new ModelWish(task, models.get(model));
            for (int position = 0; position < questions.size() && !stop.isDone(); position++) {
                String question = questions.get(position).text();
                Answer asked = assistant.ask(question, null, wish, asker);
                rows.hide(asked.conversation());
                Answer answer = ended(asked, assistant, rows, stop);
                if (answer.outcome() != Outcome.STOPPED) {
                    rows.add(id, position, model == 1, answer);
                }
                news.tell();
            }
        }
    }

    private Answer ended(
            Answer asked, Assistant assistant, TrialRows rows, CompletableFuture<Void> stop) {
        var last = new CompletableFuture<Answer>();
        Runnable leave =
                assistant.follow(
                        asked.id(),
                        asker,
                        answer -> {
                            if (answer.outcome().isFinal()) {
                                last.complete(answer);
                            }
                        });
        Runnable end = () -> assistant.stop(asked.id(), asker);
        stop.thenRun(end);
        try {
            return awaited(last, rows);
        } finally {
            leave.run();
        }
    }

    private Answer awaited(CompletableFuture<Answer> last, TrialRows rows) {
        while (true) {
            rows.touch(id);
            try {
                return last.get(SECONDS_BETWEEN_TOUCHES, TimeUnit.SECONDS);
            } catch (TimeoutException stillWriting) {
                continue;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The portal stops", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
