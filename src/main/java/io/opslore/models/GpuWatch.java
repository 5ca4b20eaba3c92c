package io.opslore.models;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks at the graphics cards every few seconds; seldom where there are none. Remembers what it saw
 * and warns of what stays too high. Thread-safe.
 */
@Component
class GpuWatch implements SmartLifecycle, GpuMemory {

    private static final Logger log = LoggerFactory.getLogger(GpuWatch.class);

    private static final Duration WITHOUT_ANY = Duration.ofMinutes(5);
    private static final double MEGABYTES = 1024;

    private final GpuReadings readings;
    private final GpuSettings settings;
    private final Clock clock;
    private final GpuHistory history;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile GpuLook last = new GpuLook.None();
    private Set<String> warned = Set.of();
    private volatile @Nullable ScheduledExecutorService looks;

    GpuWatch(GpuReadings readings, GpuSettings settings, Clock clock) {
        this.readings = readings;
        this.settings = settings;
        this.clock = clock;
        history = new GpuHistory(settings);
    }

    GpuState state() {
        GpuLook now = last;
        return new GpuState(
                readings.source(),
                now,
                history.all(),
                now instanceof GpuLook.Seen ? history.alerts() : List.of());
    }

    Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public OptionalDouble gigabytes() {
        return switch (last) {
            case GpuLook.Seen seen ->
                    OptionalDouble.of(
                            seen.gpus().stream()
                                            .mapToDouble(gpu -> gpu.totalMegabytes().orElse(0))
                                            .sum()
                                    / MEGABYTES);
            // Nobody knows what the model server has that runs somewhere else.
            case GpuLook.None none -> OptionalDouble.empty();
            case GpuLook.Failed failed -> OptionalDouble.empty();
        };
    }

    @Override
    public void start() {
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofVirtual().name("gpu-watch").factory());
        looks = started;
        started.execute(this::lookAgainAndAgain);
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = looks;
        if (running != null) {
            running.shutdownNow();
        }
        looks = null;
    }

    @Override
    public boolean isRunning() {
        return looks != null;
    }

    private void lookAgainAndAgain() {
        look();
        ScheduledExecutorService running = looks;
        if (running != null) {
            Duration pause = last instanceof GpuLook.None ? WITHOUT_ANY : settings.every();
            running.schedule(this::lookAgainAndAgain, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** One look; on the watch's own thread, or in a test. */
    void look() {
        GpuLook now = readings.look();
        if (now instanceof GpuLook.Failed failed && !now.equals(last)) {
            log.warn("Graphics cards could not be looked at: {}", failed.why());
        }
        last = now;
        if (now instanceof GpuLook.Seen seen) {
            history.add(clock.instant(), seen.gpus());
            warn(history.alerts());
        }
        listeners.forEach(GpuWatch::tell);
    }

    private void warn(List<GpuAlert> alerts) {
        for (GpuAlert alert : alerts) {
            if (!warned.contains(key(alert))) {
                log.warn(
                        "Graphics card {}: {} at {} since {}",
                        alert.gpu(),
                        alert.kind(),
                        Math.round(alert.value()),
                        alert.since());
            }
        }
        warned = alerts.stream().map(GpuWatch::key).collect(Collectors.toSet());
    }

    private static String key(GpuAlert alert) {
        return alert.kind() + " " + alert.gpu();
    }

    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            log.warn("A listener for the graphics cards failed", e);
        }
    }
}
