package io.opslore.operations.history;

import io.micrometer.core.instrument.MeterRegistry;
import io.opslore.health.Dependencies;
import io.opslore.library.Maintenance;
import io.opslore.replicas.ThisPortal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Writes down once a minute what the portal is like, and tells pages to look again. Thread-safe.
 */
@Component
@Profile(Maintenance.NOT_THEN)
class Sampling implements SmartLifecycle {

    static final List<String> COUNTS =
            List.of(
                    "questions",
                    "questions.failed",
                    "refused",
                    "masked",
                    "tokens.in",
                    "tokens.out",
                    "errors",
                    "sign-ins.refused");

    private static final Logger log = LoggerFactory.getLogger(Sampling.class);
    private static final Duration KEPT = Duration.ofDays(8);
    private static final Duration TICK = Duration.ofSeconds(10);
    private static final int TICKS_A_MINUTE = 6;
    private static final int MINUTES = 60;

    private final MeterRegistry meters;
    private final SampleRows rows;
    private final ThisPortal self;
    private final Dependencies dependencies;
    private final Clock clock;
    private final Deque<Tally> lastHour = new ArrayDeque<>(List.of(Tally.NOTHING));
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Map<String, Double> lastMinute = Map.of();
    private int ticks;
    private volatile @Nullable ScheduledExecutorService turns;

    Sampling(
            MeterRegistry meters,
            SampleRows rows,
            ThisPortal self,
            Dependencies dependencies,
            Clock clock) {
        this.meters = meters;
        this.rows = rows;
        this.self = self;
        this.dependencies = dependencies;
        this.clock = clock;
    }

    /** What was counted in the last whole minute. */
    Map<String, Double> lastMinute() {
        return lastMinute;
    }

    /** What had been counted an hour ago, or at the start. */
    synchronized Tally anHourAgo() {
        return lastHour.getFirst();
    }

    /** Calls it every few seconds, until the result is run. */
    Runnable onTick(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Takes one sample; on the clock's own thread, or in a test. */
    void sample() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Map<String, Double> numbers = new TreeMap<>(Gauges.of(meters));
        lastMinute = counted();
        numbers.putAll(lastMinute);
        rows.add(self.id(), now, numbers);
        rows.forget(now.minus(KEPT));
    }

    private synchronized Map<String, Double> counted() {
        Tally now = Tally.of(meters);
        Tally before = lastHour.getLast();
        Map<String, Double> counted = new TreeMap<>();
        COUNTS.forEach(name -> counted.put(name, now.grown(name, before)));
        double slowest = now.quantile(0.95, Tally.WHOLE, before);
        if (Double.isFinite(slowest)) {
            counted.put("p95", slowest);
        }
        double first = now.quantile(0.95, "first-token", before);
        if (Double.isFinite(first)) {
            counted.put("p95.first-token", first);
        }
        lastHour.addLast(now);
        if (lastHour.size() > MINUTES + 1) {
            lastHour.removeFirst();
        }
        return counted;
    }

    @Override
    public void start() {
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofVirtual().name("sampling").factory());
        long pause = TICK.toMillis();
        started.scheduleWithFixedDelay(this::tick, pause, pause, TimeUnit.MILLISECONDS);
        turns = started;
    }

    private void tick() {
        try {
            // Since when each has been as it is, is known although nobody asks.
            dependencies.all();
            if (ticks++ % TICKS_A_MINUTE == 0) {
                sample();
            }
        } catch (RuntimeException e) {
            log.debug("No sample could be taken", e);
        }
        listeners.forEach(this::tell);
    }

    private void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            log.debug("Dropping a listener that failed", e);
            listeners.remove(listener);
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = turns;
        turns = null;
        if (running != null) {
            running.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return turns != null;
    }
}
