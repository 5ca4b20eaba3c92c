package io.opslore.health;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the last look has found; reading it never waits. Made by {@link Looks}. Thread-safe. */
public final class Latest<T> {

    private static final Logger log = LoggerFactory.getLogger(Latest.class);

    private final String name;
    private final Duration every;
    private final Callable<T> look;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile long begun;
    private volatile @Nullable T found;
    private volatile @Nullable Throwable failure;

    Latest(String name, Duration every, Callable<T> look) {
        this.name = name;
        this.every = every;
        this.look = look;
        begun = System.nanoTime() - every.toNanos();
    }

    /** What was found; empty where the last look failed, still lasts or was never begun. */
    public Optional<T> get() {
        return failure == null && silentFor().compareTo(Looks.PATIENCE) < 0
                ? Optional.ofNullable(found)
                : Optional.empty();
    }

    /** A number of it for a gauge; not a number where nothing is known. */
    public double number(ToDoubleFunction<T> part) {
        return get().map(it -> part.applyAsDouble(it)).orElse(Double.NaN);
    }

    /** Why the last look failed; empty where it did not. */
    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /** How long the look that is going on has lasted; nothing where none is. */
    Duration silentFor() {
        return looking.get() ? Duration.ofNanos(System.nanoTime() - begun) : Duration.ZERO;
    }

    void lookWhenDue() {
        if (System.nanoTime() - begun >= every.toNanos()) {
            look();
        }
    }

    /** Begins a look in the background, unless one is going on. */
    void look() {
        if (looking.compareAndSet(false, true)) {
            begun = System.nanoTime();
            Thread.ofVirtual().name("look-" + name).start(this::lookNow);
        }
    }

    private void lookNow() {
        try {
            found = look.call();
            failure = null;
        } catch (Exception | Error e) {
            // Whatever it was: what was found before does not hold any more.
            log.debug("The look at {} failed", name, e);
            failure = e;
        } finally {
            looking.set(false);
        }
    }
}
