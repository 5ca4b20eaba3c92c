package io.opslore.shell;

import io.opslore.identity.SessionBook;
import io.opslore.identity.SessionId;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Closes open pages whose sign-in was ended, by whomever and at whichever portal: a page with
 * nothing but a push channel makes no request that could be refused.
 */
@Component
@ConditionalOnWebApplication
class SessionSweep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SessionSweep.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int TURNS_BETWEEN_CONFIRMING = 60;

    private final SessionBook book;
    private final LiveSessions live;
    private int turn;
    private volatile @Nullable ScheduledExecutorService turns;

    SessionSweep(SessionBook book, LiveSessions live) {
        this.book = book;
        this.live = live;
    }

    @Override
    public void start() {
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofVirtual().name("sessions").factory());
        started.scheduleWithFixedDelay(
                this::sweep, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        turns = started;
    }

    private void sweep() {
        try {
            Set<SessionId> here = live.ids();
            if (turn++ % TURNS_BETWEEN_CONFIRMING == 0) {
                book.confirm(here);
            }
            Set<SessionId> holding = here.isEmpty() ? Set.of() : book.holding(here);
            here.stream().filter(id -> !holding.contains(id)).forEach(this::close);
        } catch (RuntimeException e) {
            log.warn("Ended sign-ins are not closed, tried again in {}", PAUSE, e);
        }
    }

    private void close(SessionId id) {
        book.endLapsed(id);
        live.close(id);
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = turns;
        if (running != null) {
            running.shutdownNow();
            running.close();
        }
        turns = null;
    }

    @Override
    public boolean isRunning() {
        return turns != null;
    }
}
