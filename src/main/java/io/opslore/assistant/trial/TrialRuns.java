package io.opslore.assistant.trial;

import io.opslore.assistant.Assistant;
import io.opslore.assistant.trial.ModelTrial.State;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The trials that this portal works on. Thread-safe. */
@Component
class TrialRuns {

    private static final Logger log = LoggerFactory.getLogger(TrialRuns.class);

    private final Assistant assistant;
    private final TrialRows rows;
    private final TrialNews news;
    private final Map<TrialId, CompletableFuture<Void>> stops = new ConcurrentHashMap<>();

    TrialRuns(Assistant assistant, TrialRows rows, TrialNews news) {
        this.assistant = assistant;
        this.rows = rows;
        this.news = news;
    }

    Runnable onChange(Runnable listener) {
        return news.onChange(listener);
    }

    /** Returns at once. */
    void start(TrialRun run) {
        var stop = new CompletableFuture<Void>();
        stops.put(run.id(), stop);
        Thread.ofVirtual().name("model-trial").start(() -> work(run, stop));
    }

    /** Does nothing where another portal works on it. */
    void stop(TrialId id) {
        CompletableFuture<Void> stop = stops.get(id);
        if (stop != null) {
            stop.complete(null);
        }
    }

    private void work(TrialRun run, CompletableFuture<Void> stop) {
        try {
            run.run(assistant, rows, news, stop);
            rows.end(run.id(), stop.isDone() ? State.STOPPED : State.DONE, "");
        } catch (RuntimeException e) {
            log.warn("The trial of {} failed", run.models().getLast(), e);
            rows.end(run.id(), State.FAILED, String.valueOf(e.getMessage()));
        } finally {
            stops.remove(run.id());
            news.tell();
        }
    }
}
