package io.opslore.ingest;

import io.opslore.ingest.batch.Unpacking;
import io.opslore.ingest.queue.IngestQueue;
import io.opslore.library.Maintenance;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Lets this room work behind the pages for as long as the portal runs. */
@Component
@Profile(Maintenance.NOT_THEN)
class IngestLife implements SmartLifecycle {

    private final IngestQueue queue;
    private final Unpacking unpacking;
    private volatile boolean running;

    IngestLife(IngestQueue queue, Unpacking unpacking) {
        this.queue = queue;
        this.unpacking = unpacking;
    }

    @Override
    public void start() {
        queue.start();
        unpacking.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        unpacking.stop();
        queue.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
