package io.opslore.assistant;

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

    void end(RunningAnswer ended) {
        running.remove(ended.snapshot().id());
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
