package io.opslore.retrieval;

import io.opslore.library.RevisionId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Builds a generation beside the one that answers, revision by revision, and puts it in its place
 * when it holds everything; deletes what was dropped. On one thread in the background, behind what
 * people upload. All it knows is in PostgreSQL, so it goes on after a crash where it was.
 */
@Component
class Building implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Building.class);
    private static final Duration IDLE = Duration.ofHours(1);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(30);
    private static final int AT_ONCE = 64;
    private static final int ROWS_AT_ONCE = 100;

    private final GenerationRecords records;
    private final GenerationLife life;
    private final Generations generations;
    private final BuildingStep step;
    private final ChunkRecords chunks;
    private final Semaphore wakes = new Semaphore(0);
    private final Map<RevisionId, String> faults = new HashMap<>();
    private volatile @Nullable String waitsFor;
    private @Nullable Thread thread;
    private volatile boolean stopping;

    Building(
            GenerationRecords records,
            GenerationLife life,
            Generations generations,
            BuildingStep step,
            ChunkRecords chunks) {
        this.records = records;
        this.life = life;
        this.generations = generations;
        this.step = step;
        this.chunks = chunks;
    }

    synchronized void start() {
        life.followSettings();
        if (thread == null) {
            thread = Thread.ofVirtual().name("index-building").start(this::run);
        }
    }

    /** Looks at the rows again, now. */
    void wake() {
        wakes.release();
    }

    /** What keeps the building from being finished, if anything. */
    Optional<String> problem() {
        String awaited = waitsFor;
        if (awaited != null) {
            return Optional.of(awaited);
        }
        synchronized (faults) {
            return faults.values().stream().findFirst();
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        Thread running;
        synchronized (this) {
            stopping = true;
            running = thread;
        }
        // Not interrupted: a file of the index would be closed under the engine's hands.
        wake();
        if (running != null) {
            running.join();
        }
    }

    private void run() {
        while (!stopping) {
            Duration pause = work();
            try {
                wakes.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                wakes.drainPermits();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private Duration work() {
        try {
            life.dropExpired();
            clearDropped();
            Optional<IndexGeneration> building =
                    records.building()
                            .filter(it -> !it.paused() && generations.canEmbed(it.recipe()));
            Duration pause = building.isEmpty() ? IDLE : build(building.get());
            waitsFor = null;
            return pause;
        } catch (IndexAway e) {
            log.warn("The new index waits: {}", e.getMessage());
            waitsFor = e.getMessage();
            return AFTER_FAULT;
        } catch (RuntimeException e) {
            log.warn("The new index cannot be built now; it is tried again", e);
            return AFTER_FAULT;
        }
    }

    /** A round over what is missing; says how long to wait before the next. */
    private Duration build(IndexGeneration building) {
        List<RevisionId> missing = step.missing(building, AT_ONCE + faultCount());
        if (missing.isEmpty()) {
            clearFaults();
            step.finish(building);
            return Duration.ZERO;
        }
        boolean allFailed = true;
        for (RevisionId revision : missing) {
            switch (step.run(building, revision, () -> stopping)) {
                case BuildingStep.Result.Done() -> {
                    setFault(revision, null);
                    allFailed = false;
                }
                case BuildingStep.Result.Failed(String reason) -> setFault(revision, reason);
                case BuildingStep.Result.Halted() -> {
                    return Duration.ZERO;
                }
            }
        }
        return allFailed ? AFTER_FAULT : Duration.ZERO;
    }

    private void clearDropped() {
        for (IndexGeneration dropped : records.all()) {
            if (dropped.state() == GenerationState.DROPPED) {
                int deleted;
                do {
                    deleted = chunks.deleteSome(dropped.id(), ROWS_AT_ONCE);
                } while (deleted > 0 && !stopping);
            }
        }
        generations.dropUnknown();
    }

    private int faultCount() {
        synchronized (faults) {
            return faults.size();
        }
    }

    private void clearFaults() {
        synchronized (faults) {
            faults.clear();
        }
    }

    private void setFault(RevisionId revision, @Nullable String reason) {
        synchronized (faults) {
            if (reason == null) {
                faults.remove(revision);
            } else {
                faults.put(revision, reason);
            }
        }
    }
}
