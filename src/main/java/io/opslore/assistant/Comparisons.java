package io.opslore.assistant;

import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.library.NotFound;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * Answers of two models to the same question, beside each other, until their asker keeps one. The
 * conversation goes on with the first until then; nobody but the asker sees the second.
 * Thread-safe.
 */
@Service
public class Comparisons {

    private final Opening opening;
    private final ComparisonLedger ledger;
    private final AnswerHistory history;
    private final RunningAnswers running;

    Comparisons(
            Opening opening,
            ComparisonLedger ledger,
            AnswerHistory history,
            RunningAnswers running) {
        this.opening = opening;
        this.ledger = ledger;
        this.history = history;
        this.running = running;
    }

    /**
     * For the answer's asker. Asks its question of that very model too, as {@link Assistant#ask}
     * does, beside the answer, which must have ended and be the last of its conversation. What
     * stood beside it before is gone.
     *
     * @return the second answer as it stands: searching
     * @throws ModelRefused if the asker may not use that model; nothing is kept
     * @throws io.opslore.guard.QuestionBlocked if a rule refuses it by now; nothing is kept
     * @throws io.opslore.guard.LimitReached if the asker may not ask more now; nothing is kept
     */
    @NeedsPermission(Permission.QUESTION_ASK)
    public Answer compare(AnswerId first, String model, Asker asker) {
        Answer compared = history.answer(first, asker);
        if (!compared.outcome().isFinal()) {
            throw new IllegalArgumentException("An answer is compared once it has ended");
        }
        ModelWish wish =
                new ModelWish(ledger.task(first, asker), model, ledger.lookups(first, asker));
        return opening.openBeside(
                compared,
                wish,
                asker,
                heard -> {
                    ledger.beside(first, asker).ifPresent(this::stop);
                    return ledger.open(first, heard, asker);
                });
    }

    /**
     * A conversation's second answers by the ids of the first ones; those still running as they
     * stand.
     *
     * @throws NotFound if the conversation is not the asker's
     */
    public Map<AnswerId, Answer> of(ConversationId conversation, Asker asker) {
        ledger.require(conversation, asker);
        return history.beside(conversation, asker, running::asItStands);
    }

    /**
     * For its asker. Keeps this one of two answers that stand beside each other; the other is gone,
     * and its model stops.
     *
     * @throws NotFound if nothing stands beside it
     */
    public void keep(AnswerId kept, Asker asker) {
        stop(ledger.keep(kept, asker));
    }

    private void stop(AnswerId answer) {
        running.find(answer).ifPresent(RunningAnswer::stop);
    }
}
