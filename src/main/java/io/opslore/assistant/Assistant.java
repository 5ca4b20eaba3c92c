package io.opslore.assistant;

import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import io.opslore.library.NotFound;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers questions from what the asker may read. Thread-safe. */
@Service
public class Assistant {

    private final Opening opening;
    private final AnswerLedger ledger;
    private final AnswerHistory history;
    private final RunningAnswers running;
    private final AnswersElsewhere elsewhere;

    Assistant(
            Opening opening,
            AnswerLedger ledger,
            AnswerHistory history,
            RunningAnswers running,
            AnswersElsewhere elsewhere) {
        this.opening = opening;
        this.ledger = ledger;
        this.history = history;
        this.running = running;
        this.elsewhere = elsewhere;
    }

    /** As below, by whichever model the portal chooses. */
    @NeedsPermission(Permission.QUESTION_ASK)
    public Answer ask(String question, @Nullable ConversationId conversation, Asker asker) {
        return ask(question, conversation, ModelWish.AUTOMATIC, asker);
    }

    /**
     * For those who may ask. Starts answering in the background and returns at once. The answer
     * goes on, and is stored, whether or not anyone follows it. Secrets in the question are masked
     * before anything else is done with it.
     *
     * @param conversation the one to go on with, or null for a new one
     * @param wish who is to answer; the conversation remembers the task
     * @return the answer as it stands: searching
     * @throws NotFound if the conversation is not the asker's
     * @throws ModelRefused if the asker may not use that model; nothing is kept
     * @throws QuestionTooLong if it leaves no room for what it is answered from; nothing is kept
     * @throws io.opslore.guard.QuestionBlocked if a rule refuses it; nothing is kept
     * @throws io.opslore.guard.LimitReached if the asker may not ask more now; nothing is kept
     */
    @NeedsPermission(Permission.QUESTION_ASK)
    public Answer ask(
            String question, @Nullable ConversationId conversation, ModelWish wish, Asker asker) {
        return opening.open(
                question, wish, asker, heard -> ledger.open(heard, conversation, asker));
    }

    /** As below, by the model for the task that the conversation has. */
    @NeedsPermission(Permission.QUESTION_ASK)
    public Answer retry(AnswerId answer, Asker asker) {
        ConversationId conversation = history.answer(answer, asker).conversation();
        LookupWish lookups = ledger.lookups(answer, asker);
        return again(answer, new ModelWish(ledger.task(conversation, asker), null, lookups), asker);
    }

    /**
     * For its asker. Asks the same question again in place of the given answer, which must be the
     * last of its conversation. What was looked up for it in any case is looked up again. The new
     * answer has an id of its own; the old one is gone, and what stood beside it.
     *
     * @throws ModelRefused if the asker may not use that model; the old one stays
     * @throws io.opslore.guard.QuestionBlocked if a rule refuses it by now; the old one stays
     * @throws io.opslore.guard.LimitReached if the asker may not ask more now; the old one stays
     */
    @NeedsPermission(Permission.QUESTION_ASK)
    public Answer retry(AnswerId answer, ModelWish wish, Asker asker) {
        boolean looks = wish.lookups().looks();
        return again(answer, wish.looking(ledger.lookups(answer, asker).looking(looks)), asker);
    }

    private Answer again(AnswerId answer, ModelWish wish, Asker asker) {
        return opening.open(
                history.answer(answer, asker).question(),
                wish,
                asker,
                heard -> {
                    Answer opened = ledger.reopen(answer, heard, asker);
                    running.stopAll(opened.conversation());
                    return opened;
                });
    }

    /**
     * For its asker. Calls the listener on a background thread with the answer as it stands now,
     * then with every change, at most about every 60 ms, until one that is final.
     *
     * @return ends the subscription when run; the answer goes on
     */
    public Runnable follow(AnswerId answer, Asker asker, Consumer<Answer> listener) {
        Answer stored = history.answer(answer, asker);
        var open = new OpenSnapshots(history, asker);
        return running.find(answer)
                .or(() -> elsewhere.find(answer, asker))
                .orElseGet(() -> new RunningAnswer(ended(answer, stored, asker)))
                .follow(snapshot -> listener.accept(open.of(snapshot)));
    }

    /** For its asker. Ends a running answer, which keeps what came. */
    public void stop(AnswerId answer, Asker asker) {
        history.answer(answer, asker);
        running.find(answer)
                .ifPresent(found -> {
                    found.stop();
                    ledger.stopped(answer, asker);
                });
    }

    /** It may have ended between the two looks; what nobody works on any more is cut off. */
    private Answer ended(AnswerId id, Answer stored, Asker asker) {
        Answer now = stored.outcome().isFinal() ? stored : history.answer(id, asker);
        return now.outcome().isFinal()
                ? now
                : Answers.ended(
                        now,
                        Ending.abandoned(
                                new Cited(now.markdown(), now.citations(), now.unsupported()),
                                now.model()),
                        now.elapsed());
    }
}
