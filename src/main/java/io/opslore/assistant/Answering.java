package io.opslore.assistant;

import io.opslore.assistant.Answer.Outcome;
import io.opslore.guard.Lease;
import io.opslore.guard.PromptLeaks;
import io.opslore.retrieval.IndexAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Works on one question from its entry to its last snapshot, on the thread that calls it. */
@Component
class Answering {

    private static final Logger log = LoggerFactory.getLogger(Answering.class);

    private final Stages stages;
    private final AnswerLedger ledger;
    private final RunningAnswers running;
    private final PromptLeaks leaks;

    Answering(Stages stages, AnswerLedger ledger, RunningAnswers running, PromptLeaks leaks) {
        this.stages = stages;
        this.ledger = ledger;
        this.running = running;
        this.leaks = leaks;
    }

    /** Returns how it ended. */
    Outcome answer(Asked asked, RunningAnswer answer, Lease lease) {
        Ending ending = ending(asked, answer);
        Answer last = Answers.ended(answer.snapshot(), ending, answer.age());
        try {
            ledger.end(last, ending.means(), asked.asker());
            count(last, ending);
        } catch (RuntimeException e) {
            log.error("An answer could not be stored", e);
        } finally {
            settle(ending.spent(), lease);
            // Stored first: whoever finds it no longer running must find it ended in the ledger.
            answer.publish(last);
            running.end(answer);
        }
        return ending.outcome();
    }

    private void count(Answer answer, Ending ending) {
        if (ending.cited().keptBack()) {
            log.warn("Answer {} repeated the portal's own rules; that was kept back", answer.id());
            leaks.keptBack();
        }
    }

    private static void settle(Spent spent, Lease lease) {
        try (lease) {
            lease.charge(spent.promptTokens(), spent.answerTokens());
        } catch (RuntimeException e) {
            log.error("What an answer cost could not be counted", e);
        }
    }

    private Ending ending(Asked asked, RunningAnswer answer) {
        try {
            return stages.run(asked, answer);
        } catch (IndexAway e) {
            return without(answer, Outcome.SEARCH_AWAY);
        } catch (RuntimeException e) {
            log.error("A question could not be answered", e);
            return without(answer, Outcome.FAILED);
        }
    }

    private static Ending without(RunningAnswer answer, Outcome outcome) {
        return Ending.without(answer.isStopped() ? Outcome.STOPPED : outcome, Means.NONE);
    }
}
