package io.opslore.health;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks at things again and again, each on a thread of its own: one that hangs delays nothing but
 * itself, and is not looked at twice meanwhile. Thread-safe.
 */
@Component
public class Looks implements SmartLifecycle {

    /** A look that lasts longer has found nothing. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How often most things are looked at. */
    public static final Duration USUALLY = Duration.ofSeconds(5);

    private static final Duration BEAT = Duration.ofSeconds(1);

    private final List<Latest<?>> all = new CopyOnWriteArrayList<>();
    private volatile @Nullable ScheduledExecutorService clock;

    /** Looks that often from now on, for as long as the portal runs. */
    public <T> Latest<T> repeat(String name, Duration every, Callable<T> look) {
        var latest = new Latest<T>(name, every, look);
        all.add(latest);
        return latest;
    }

    /** Does not wait for the next turn. */
    public void now() {
        all.forEach(Latest::look);
    }

    @Override
    public void start() {
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofVirtual().name("looks").factory());
        started.scheduleWithFixedDelay(
                () -> all.forEach(Latest::lookWhenDue), 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
        clock = started;
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = clock;
        if (running != null) {
            running.shutdownNow();
        }
        clock = null;
    }

    @Override
    public boolean isRunning() {
        return clock != null;
    }
}
