package io.opslore.assistant;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One answer while it is being worked on: its newest snapshot, those who follow it, and the wish to
 * stop. A follower that is slow misses snapshots in between, never the last one. Thread-safe.
 */
final class RunningAnswer {

    private static final Logger log = LoggerFactory.getLogger(RunningAnswer.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final long begun = System.nanoTime();
    private Answer snapshot;
    private boolean stopped;
    private @Nullable Runnable onStop;

    RunningAnswer(Answer snapshot) {
        this.snapshot = snapshot;
    }

    /** For how long it has been worked on, whatever a clock does meanwhile. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    Answer snapshot() {
        return locked(() -> snapshot);
    }

    void publish(Answer next) {
        locked(() -> {
            snapshot = next;
            changed.signalAll();
            return next;
        });
    }

    boolean isStopped() {
        return locked(() -> stopped);
    }

    /** Asks the work to end; it keeps what came. */
    void stop() {
        Runnable action =
                locked(() -> {
                    stopped = true;
                    return onStop == null ? () -> {} : onStop;
                });
        action.run();
    }

    /** Sets what a wish to stop does from now on; done at once where it was there before. */
    void onStop(Runnable action) {
        boolean late =
                locked(() -> {
                    onStop = action;
                    return stopped;
                });
        if (late) {
            action.run();
        }
    }

    /** Tells the listener on a thread of its own; running the result ends that. */
    Runnable follow(Consumer<Answer> listener) {
        var follower = new Follower(listener);
        Thread.ofVirtual().name("follow-answer").start(follower);
        return follower::leave;
    }

    private <T> T locked(java.util.function.Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    private final class Follower implements Runnable {

        private final Consumer<Answer> listener;
        private boolean left;
        private @Nullable Answer told;

        Follower(Consumer<Answer> listener) {
            this.listener = listener;
        }

        @Override
        public void run() {
            try {
                for (Answer next = next(); next != null; next = next()) {
                    listener.accept(next);
                }
            } catch (RuntimeException e) {
                log.warn("A follower of an answer failed and is told no more", e);
            }
        }

        void leave() {
            locked(() -> {
                left = true;
                changed.signalAll();
                return left;
            });
        }

        /** Waits for a snapshot that was not told yet; null when there will be none. */
        private @Nullable Answer next() {
            return locked(() -> {
                while (!left && told == snapshot) {
                    if (told.outcome().isFinal()) {
                        return null;
                    }
                    changed.awaitUninterruptibly();
                }
                told = snapshot;
                return left ? null : told;
            });
        }
    }
}
