package io.opslore.models;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Warms up what is kept warm when the server is first seen. Every portal does so by itself; a model
 * that is in memory already is not loaded again.
 */
@Component
class WarmSchedule implements SmartLifecycle {

    private final Models models;
    private final WarmUps warmUps;
    private final WarmUpSettings settings;
    private final AtomicBoolean greeted = new AtomicBoolean();
    private volatile boolean started;
    private volatile Runnable subscription = () -> {};

    WarmSchedule(Models models, WarmUps warmUps, WarmUpSettings settings) {
        this.models = models;
        this.warmUps = warmUps;
        this.settings = settings;
    }

    @Override
    public void start() {
        greeted.set(!settings.onStart());
        subscription = models.onChange(this::greet);
        started = true;
    }

    @Override
    public void stop() {
        subscription.run();
        started = false;
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    /** Before the watch takes its first look, so that none of its news is missed. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }

    private void greet(ModelStatus status) {
        if (!(status instanceof ModelStatus.Unreachable) && greeted.compareAndSet(false, true)) {
            warm();
        }
    }

    private void warm() {
        warmUps.startKept();
    }
}
