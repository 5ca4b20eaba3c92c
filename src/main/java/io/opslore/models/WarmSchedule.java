package io.opslore.models;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.scheduling.support.CronTrigger;
import org.springframework.stereotype.Component;

/**
 * Warms up what is kept warm: when the server is first seen, and by the schedule. Every portal does
 * so by itself; a model that is in memory already is not loaded again.
 */
@Component
class WarmSchedule implements SmartLifecycle {

    private final Models models;
    private final WarmUps warmUps;
    private final WarmUpSettings settings;
    private final AtomicBoolean greeted = new AtomicBoolean();
    private volatile @Nullable SimpleAsyncTaskScheduler turns;
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
        var started = new SimpleAsyncTaskScheduler();
        started.setVirtualThreads(true);
        started.setThreadNamePrefix("warm-schedule-");
        if (!settings.schedule().isEmpty()) {
            started.schedule(this::warm, new CronTrigger(settings.schedule()));
        }
        turns = started;
    }

    @Override
    public void stop() {
        subscription.run();
        SimpleAsyncTaskScheduler running = turns;
        if (running != null) {
            running.close();
        }
        turns = null;
    }

    @Override
    public boolean isRunning() {
        return turns != null;
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
