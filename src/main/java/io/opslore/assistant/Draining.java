package io.opslore.assistant;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets answers that are under way come to their end before the portal stops, and none begin then.
 * Everything else goes on meanwhile, so that whoever follows an answer sees its end.
 */
@Component
class Draining {

    private static final Logger log = LoggerFactory.getLogger(Draining.class);

    private final RunningAnswers running;
    private final AssistantSettings settings;
    private final ApplicationContext portal;
    private volatile boolean stopping;

    Draining(RunningAnswers running, AssistantSettings settings, ApplicationContext portal) {
        this.running = running;
        this.settings = settings;
        this.portal = portal;
    }

    /** Throws if nothing may begin any more. */
    void requireOpen() {
        if (stopping) {
            throw new PortalStopping();
        }
    }

    /**
     * Holds up the stop, which begins when all have heard of it, before any of them has stopped.
     */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener
    void on(ContextClosedEvent event) throws InterruptedException {
        if (event.getApplicationContext() != portal) {
            return;
        }
        stopping = true;
        int before = running.count();
        if (before > 0) {
            Duration patience = settings.drain();
            log.info("Stopping when {} answers have ended, in {} at the latest", before, patience);
            if (!running.awaitNone(patience)) {
                log.warn("{} answers are cut off in the middle", running.count());
            }
        }
    }
}
