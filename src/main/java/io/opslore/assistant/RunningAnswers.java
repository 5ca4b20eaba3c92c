package io.opslore.assistant;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The answers that this process is working on. Thread-safe. */
@Component
class RunningAnswers {

    private final Map<AnswerId, RunningAnswer> running = new ConcurrentHashMap<>();

    RunningAnswer begin(Answer answer) {
        var begun = new RunningAnswer(answer);
        running.put(answer.id(), begun);
        return begun;
    }

    synchronized void end(RunningAnswer ended) {
        running.remove(ended.snapshot().id());
        notifyAll();
    }

    int count() {
        return running.size();
    }

    /** Waits until there is none, for so long at the most; whether there is none. */
    synchronized boolean awaitNone(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (long left = patience.toNanos();
                !running.isEmpty() && left > 0;
                left = end - System.nanoTime()) {
            wait(Math.max(1, left / 1_000_000));
        }
        return running.isEmpty();
    }

    Optional<RunningAnswer> find(AnswerId id) {
        return Optional.ofNullable(running.get(id));
    }

    /** The stored answer, or where it is still running its newest snapshot. */
    Answer asItStands(Answer stored) {
        return stored.outcome().isFinal()
                ? stored
                : find(stored.id()).map(RunningAnswer::snapshot).orElse(stored);
    }

    void stopAll(ConversationId conversation) {
        running.values().stream()
                .filter(answer -> answer.snapshot().conversation().equals(conversation))
                .forEach(RunningAnswer::stop);
    }
}
