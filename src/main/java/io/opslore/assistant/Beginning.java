package io.opslore.assistant;

import io.opslore.guard.Admission;
import io.opslore.guard.Lease;
import io.opslore.identity.Asker;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Lets a question in and starts working on it in the background. Thread-safe. */
@Component
class Beginning {

    private final Draining draining;
    private final Admission admission;
    private final AnswerHistory history;
    private final RunningAnswers running;
    private final Answering answering;

    Beginning(
            Draining draining,
            Admission admission,
            AnswerHistory history,
            RunningAnswers running,
            Answering answering) {
        this.draining = draining;
        this.admission = admission;
        this.history = history;
        this.running = running;
        this.answering = answering;
    }

    /**
     * @param entry enters the question in the ledger as its conversation's last; run only if the
     *     asker may ask now
     * @return the answer as it was entered
     * @throws PortalStopping if nothing begins any more
     * @throws io.opslore.guard.LimitReached if the asker may not ask more now
     */
    Answer begin(Supplier<Answer> entry, ModelWish wish, Asker asker, AskedQuestion question) {
        return admitted(
                () -> {
                    Answer opened = entry.get();
                    return new Entered(opened, opened.id());
                },
                wish,
                asker,
                question);
    }

    /**
     * As above, for a question that is entered beside its first answer, of which nothing is told to
     * the model.
     */
    Answer beginBeside(
            AnswerId first,
            Supplier<Answer> entry,
            ModelWish wish,
            Asker asker,
            AskedQuestion question) {
        return admitted(() -> new Entered(entry.get(), first), wish, asker, question);
    }

    private Answer admitted(
            Supplier<Entered> entry, ModelWish wish, Asker asker, AskedQuestion question) {
        draining.requireOpen();
        Lease lease = admission.admit(asker).orThrow();
        try {
            return work(entry.get(), wish, new Door(asker, lease), question);
        } catch (RuntimeException e) {
            lease.close();
            throw e;
        }
    }

    private Answer work(Entered entered, ModelWish wish, Door door, AskedQuestion question) {
        Asker asker = door.asker();
        Answer opened = entered.answer();
        question.isAnsweredBy(opened.id());
        List<Answer> earlier =
                history.open(opened.conversation(), asker).stream()
                        .takeWhile(answer -> !answer.id().equals(entered.place()))
                        .toList();
        RunningAnswer begun = running.begin(opened);
        Thread.ofVirtual()
                .name("answer")
                .start(() ->
                        question.answering(() ->
                                answering.answer(
                                        new Asked(opened, earlier, asker, wish),
                                        begun,
                                        door.lease())));
        return opened;
    }

    /** Who was let in. */
    private record Door(Asker asker, Lease lease) {}

    /**
     * @param place the answer that stands where this one is asked in the conversation
     */
    private record Entered(Answer answer, AnswerId place) {}
}
