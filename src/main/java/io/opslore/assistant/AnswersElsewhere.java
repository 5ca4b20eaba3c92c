package io.opslore.assistant;

import io.opslore.identity.Asker;
import io.opslore.replicas.Portals;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Answers that another portal works on, seen through what it writes down from time to time.
 * Thread-safe.
 */
@Component
class AnswersElsewhere {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final UnfinishedRows rows;
    private final Portals portals;
    private final AnswerHistory history;

    AnswersElsewhere(UnfinishedRows rows, Portals portals, AnswerHistory history) {
        this.rows = rows;
        this.portals = portals;
        this.history = history;
    }

    /** For its asker: empty unless another portal, heard of lately, works on it. */
    Optional<RunningAnswer> find(AnswerId id, Asker asker) {
        return rows.portal(id).filter(portals.others()::contains).map(portal -> watched(id, asker));
    }

    private RunningAnswer watched(AnswerId id, Asker asker) {
        var seen = new RunningAnswer(history.answer(id, asker));
        Thread.ofVirtual().name("answer-elsewhere").start(() -> watch(seen, id, asker));
        return seen;
    }

    /** Ends in any case: what the other portal does not end is cut off once it is dead. */
    private void watch(RunningAnswer seen, AnswerId id, Asker asker) {
        try {
            while (!seen.snapshot().outcome().isFinal()) {
                Thread.sleep(PAUSE);
                seen.publish(history.answer(id, asker));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
