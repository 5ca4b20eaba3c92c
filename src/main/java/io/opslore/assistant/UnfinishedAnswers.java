package io.opslore.assistant;

import io.opslore.replicas.Portals;
import io.opslore.replicas.ThisPortal;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Cuts off what a portal that was killed left unfinished: its own before the first question comes
 * in, another's as soon as that one is taken for dead.
 */
@Component
class UnfinishedAnswers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(UnfinishedAnswers.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final UnfinishedRows rows;
    private final Portals portals;
    private final ThisPortal self;
    private volatile @Nullable ScheduledExecutorService turns;

    UnfinishedAnswers(UnfinishedRows rows, Portals portals, ThisPortal self) {
        this.rows = rows;
        this.portals = portals;
        this.self = self;
    }

    /** After this portal is known to the others, before anything is asked of it. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1;
    }

    @Override
    public void start() {
        tell(rows.cutOffAllBut(portals.others()));
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofVirtual().name("unfinished-answers").factory());
        long pause = PAUSE.toMillis();
        started.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
        turns = started;
    }

    private void look() {
        try {
            Set<UUID> working = new HashSet<>(portals.others());
            working.add(self.id());
            tell(rows.cutOffAllBut(working));
        } catch (RuntimeException e) {
            log.warn("Unfinished answers were not looked for: {}", e.toString());
        }
    }

    private static void tell(int found) {
        if (found > 0) {
            log.info("{} answers were unfinished when their portal ended; kept as cut off", found);
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = turns;
        turns = null;
        if (running != null) {
            running.shutdownNow();
            running.close();
        }
    }

    @Override
    public boolean isRunning() {
        return turns != null;
    }
}
