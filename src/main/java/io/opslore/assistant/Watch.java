package io.opslore.assistant;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at something again and again on a thread of its own, and tells when it has changed. */
final class Watch<T> implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Watch.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Supplier<Optional<T>> look;
    private final Consumer<Optional<T>> listener;

    private Watch(Supplier<Optional<T>> look, Consumer<Optional<T>> listener) {
        this.look = look;
        this.listener = listener;
    }

    /**
     * @param look what there is; empty ends the watch, once that is told
     * @return ends it when run
     */
    static <T> Runnable start(Supplier<Optional<T>> look, Consumer<Optional<T>> listener) {
        Thread thread = Thread.ofVirtual().name("watch-shared").start(new Watch<>(look, listener));
        return thread::interrupt;
    }

    @Override
    public void run() {
        Optional<T> told = look.get();
        try {
            listener.accept(told);
            while (told.isPresent()) {
                Thread.sleep(PAUSE);
                Optional<T> now = look.get();
                if (!now.equals(told)) {
                    told = now;
                    listener.accept(now);
                }
            }
        } catch (InterruptedException left) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("A follower of a shared conversation failed and is told no more", e);
        }
    }
}
