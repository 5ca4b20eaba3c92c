package io.opslore.replicas;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Enters this portal among the living before it does anything, keeps it there while it runs, and
 * takes it out when it has done all. A portal in maintenance does not count.
 */
@Component
@Profile("!maintenance")
class Heartbeat implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(7);

    private final PortalRows rows;
    private final ThisPortal self;
    private final Cohabitation cohabitation;
    private final ReplicaSettings settings;
    private volatile @Nullable ScheduledExecutorService beats;

    Heartbeat(
            PortalRows rows, ThisPortal self, Cohabitation cohabitation, ReplicaSettings settings) {
        this.rows = rows;
        this.self = self;
        this.cohabitation = cohabitation;
        this.settings = settings;
    }

    /** First to start, last to stop. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    @Override
    public void start() {
        enter();
        try {
            cohabitation.require();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while starting", e);
        } catch (RuntimeException e) {
            rows.leave(self.id());
            throw e;
        }
        rows.forgetLost(FORGOTTEN_AFTER);
        long pause = settings.heartbeat().toMillis();
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofVirtual().name("heartbeat").factory());
        started.scheduleWithFixedDelay(this::beat, pause, pause, TimeUnit.MILLISECONDS);
        beats = started;
    }

    private void beat() {
        try {
            if (!rows.confirm(self.id())) {
                enter();
            }
        } catch (RuntimeException e) {
            log.warn("The other portals do not hear that this one lives: {}", e.toString());
        }
    }

    private void enter() {
        rows.enter(self.id(), host(), version(), cohabitation.marks());
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = beats;
        beats = null;
        if (running != null) {
            running.shutdownNow();
            running.close();
            try {
                rows.leave(self.id());
            } catch (RuntimeException e) {
                log.debug("The database is gone already", e);
            }
        }
    }

    @Override
    public boolean isRunning() {
        return beats != null;
    }

    private static String version() {
        String version = Heartbeat.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
