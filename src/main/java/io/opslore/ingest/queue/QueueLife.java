package io.opslore.ingest.queue;

import io.opslore.library.Maintenance;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Lets the queue work for as long as the portal runs. */
@Component
@Profile(Maintenance.NOT_THEN)
class QueueLife implements SmartLifecycle {

    private final IngestQueue queue;
    private volatile boolean running;

    QueueLife(IngestQueue queue) {
        this.queue = queue;
    }

    @Override
    public void start() {
        queue.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        queue.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
