package io.opslore.assistant;

import io.micrometer.observation.ObservationRegistry;
import io.opslore.identity.Asker;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Hears a question and begins to answer it, in one thing to be measured. Thread-safe. */
@Component
class Opening {

    private final Hearing hearing;
    private final Beginning beginning;
    private final ObservationRegistry observations;

    Opening(Hearing hearing, Beginning beginning, ObservationRegistry observations) {
        this.hearing = hearing;
        this.beginning = beginning;
        this.observations = observations;
    }

    /**
     * @param entry enters what was heard in the ledger as its conversation's last; run only if the
     *     asker may ask now
     * @return the answer as it was entered
     */
    Answer open(String question, ModelWish wish, Asker asker, Function<Heard, Answer> entry) {
        AskedQuestion asked = AskedQuestion.now(observations);
        return asked.accepting(() -> {
            Heard heard = hearing.hear(question, wish, asker);
            return beginning.begin(() -> entry.apply(heard), wish, asker, asked);
        });
    }

    /**
     * As above, for a question that is entered beside its first answer, of which nothing is told to
     * the model.
     */
    Answer openBeside(Answer first, ModelWish wish, Asker asker, Function<Heard, Answer> entry) {
        AskedQuestion asked = AskedQuestion.now(observations);
        return asked.accepting(() -> {
            Heard heard = hearing.hear(first.question(), wish, asker);
            return beginning.beginBeside(first.id(), () -> entry.apply(heard), wish, asker, asked);
        });
    }
}
