package io.opslore.models;

import io.opslore.testing.TestingClock;
import java.time.Duration;

/** Graphics cards that say what a test wants. */
public final class TestingGpus implements GpuReadings {

    /** So much time passes from one look to the next. */
    public static final Duration EVERY = Duration.ofSeconds(10);

    private final TestingClock clock = new TestingClock();
    private final GpuWatch watch =
            new GpuWatch(
                    this,
                    new GpuSettings("", "unused", EVERY, 95, 85, Duration.ofSeconds(30)),
                    clock);
    private GpuLook next = new GpuLook.None();

    public Gpus gpus() {
        return new Gpus(watch);
    }

    /** What the next look finds; looks at once, and tells those who listen. */
    public void say(GpuLook look) {
        next = look;
        watch.look();
        clock.advance(EVERY);
    }

    @Override
    public String source() {
        return "nvidia-smi";
    }

    @Override
    public GpuLook look() {
        return next;
    }
}
