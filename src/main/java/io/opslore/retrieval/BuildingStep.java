package io.opslore.retrieval;

import io.opslore.library.RevisionId;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The single steps of building a generation. */
@Component
class BuildingStep {

    private static final Logger log = LoggerFactory.getLogger(BuildingStep.class);

    /** So long each batch gives way to people's uploads, at most. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final int MOST_CHECKS = 3;

    private final GenerationRecords records;
    private final Belongings belongings;
    private final Generations generations;
    private final GenerationLife life;
    private final RevisionIndexing indexing;
    private final Reconciliation reconciliation;
    private final Precedence precedence;
    private final GenerationBoard board;

    BuildingStep(
            GenerationRecords records,
            Belongings belongings,
            Generations generations,
            GenerationLife life,
            RevisionIndexing indexing,
            Reconciliation reconciliation,
            Precedence precedence,
            GenerationBoard board) {
        this.records = records;
        this.belongings = belongings;
        this.generations = generations;
        this.life = life;
        this.indexing = indexing;
        this.reconciliation = reconciliation;
        this.precedence = precedence;
        this.board = board;
    }

    List<RevisionId> missing(IndexGeneration building, int most) {
        return belongings.missing(building.id(), most);
    }

    /** Brings one revision in. */
    Result run(IndexGeneration building, RevisionId revision, BooleanSupplier stopping) {
        if (stopping.getAsBoolean() || isHalted(building)) {
            return new Result.Halted();
        }
        long begun = System.nanoTime();
        var pace = new BehindUploads(building, stopping);
        try {
            generations.in(
                    building,
                    generation -> {
                        Windows.Cost cost = indexing.embed(generation, revision, pace);
                        Duration busy = Duration.ofNanos(System.nanoTime() - begun - pace.waited);
                        records.addCost(building.id(), cost.embedded(), cost.reused(), busy);
                        return cost;
                    });
            board.announce();
            return new Result.Done();
        } catch (Halt halt) {
            return new Result.Halted();
        } catch (IndexAway e) {
            // The revision is not to blame, and the others would fare no better.
            throw e;
        } catch (RuntimeException e) {
            log.warn("Revision {} is not in the new index yet", revision.value(), e);
            return new Result.Failed(reason(e));
        }
    }

    /** Checks the index against PostgreSQL, mends it, and lets it answer if nothing is missing. */
    void finish(IndexGeneration building) {
        for (int check = 0; check < MOST_CHECKS; check++) {
            boolean sound =
                    generations
                            .in(building, reconciliation::reconcile)
                            .map(Reconciliation.Repaired::nothing)
                            .orElse(false);
            if (sound && life.swap(building)) {
                log.info("Index generation {} answers from now on", building.id().value());
                break;
            }
        }
        board.announce();
    }

    private boolean isHalted(IndexGeneration building) {
        return records.find(building.id())
                .filter(it -> it.state() == GenerationState.BUILDING && !it.paused())
                .isEmpty();
    }

    private static String reason(RuntimeException fault) {
        String message = fault.getMessage();
        return message == null ? fault.getClass().getSimpleName() : message;
    }

    /** How a step ended. */
    sealed interface Result {

        record Done() implements Result {}

        record Failed(String reason) implements Result {}

        /** A person paused or cancelled the building, or the portal stops. */
        record Halted() implements Result {}
    }

    private static final class Halt extends RuntimeException {

        private Halt() {
            super(null, null, false, false);
        }
    }

    private final class BehindUploads implements Windows.Pace {

        private final IndexGeneration building;
        private final BooleanSupplier stopping;
        private long waited;

        private BehindUploads(IndexGeneration building, BooleanSupplier stopping) {
            this.building = building;
            this.stopping = stopping;
        }

        @Override
        public void awaitTurn() {
            long begun = System.nanoTime();
            try {
                precedence.awaitTurn(PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            waited += System.nanoTime() - begun;
            if (stopping.getAsBoolean() || isHalted(building)) {
                throw new Halt();
            }
        }

        @Override
        public void tell(int done, int all) {}
    }
}
