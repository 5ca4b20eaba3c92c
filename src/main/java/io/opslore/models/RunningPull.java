package io.opslore.models;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** One fetch from its start to its end. Thread-safe. */
final class RunningPull {

    private final Map<String, PullStep> layers = new LinkedHashMap<>();
    private final Runnable changed;
    private Pull pull;
    private @Nullable Disposable transfer;

    RunningPull(String model, Instant since, Runnable changed) {
        this.pull = new Pull(model, Pull.State.RUNNING, "", 0, 0, since);
        this.changed = changed;
    }

    void start(Flux<PullStep> steps) {
        Disposable started = steps.subscribe(this::take, this::fail, this::done);
        synchronized (this) {
            transfer = started;
        }
    }

    synchronized Pull pull() {
        return pull;
    }

    boolean isRunning() {
        return pull().state() == Pull.State.RUNNING;
    }

    void cancel() {
        end(Pull.State.CANCELLED, "");
        Disposable running;
        synchronized (this) {
            running = transfer;
        }
        if (running != null) {
            running.dispose();
        }
    }

    private void take(PullStep step) {
        synchronized (this) {
            if (!step.layer().isEmpty()) {
                layers.put(step.layer(), step);
            }
            pull =
                    new Pull(
                            pull.model(),
                            pull.state(),
                            step.status(),
                            layers.values().stream().mapToLong(PullStep::total).sum(),
                            layers.values().stream().mapToLong(PullStep::completed).sum(),
                            pull.since());
        }
        changed.run();
    }

    private void fail(Throwable failure) {
        end(Pull.State.FAILED, String.valueOf(failure.getMessage()));
    }

    private void done() {
        end(Pull.State.DONE, "");
    }

    private void end(Pull.State state, String said) {
        synchronized (this) {
            if (pull.state() != Pull.State.RUNNING) {
                return;
            }
            pull = pull.at(state, said);
        }
        changed.run();
    }
}
