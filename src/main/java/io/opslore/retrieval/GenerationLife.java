package io.opslore.retrieval;

import io.opslore.retrieval.engine.GenerationId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The changes in a generation's life, each one transaction that keeps everyone else waiting. What a
 * change makes due, building or deleting, is found in the rows and done by {@link Building}. Each
 * says false, and changes nothing, if things have moved on meanwhile.
 */
@Component
class GenerationLife {

    private final GenerationRecords records;
    private final Belongings belongings;
    private final Generations generations;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final RetrievalSettings settings;

    GenerationLife(
            GenerationRecords records,
            Belongings belongings,
            Generations generations,
            TransactionTemplate transaction,
            Clock clock,
            RetrievalSettings settings) {
        this.records = records;
        this.belongings = belongings;
        this.generations = generations;
        this.transaction = transaction;
        this.clock = clock;
        this.settings = settings;
    }

    /** Begins to build what the settings ask for, unless it answers already or was declined. */
    void followSettings() {
        changing(() -> {
            Recipe wanted = generations.wanted();
            IndexGeneration active = records.active().orElseThrow();
            Optional<IndexGeneration> building = records.building();
            if (building.filter(it -> it.askedBy() != null).isPresent()) {
                return false;
            }
            if (active.recipe().equals(wanted)) {
                records.forgetDeclined();
                building.ifPresent(this::giveUp);
            } else if (building.filter(it -> it.recipe().equals(wanted)).isEmpty()) {
                building.ifPresent(this::giveUp);
                buildUnlessDeclined(wanted);
            }
            return true;
        });
    }

    /**
     * Builds what is asked for once the choice is made, for a person; what was being built is given
     * up. Who goes back to what answers already has nothing to wait for.
     */
    void change(Runnable choice, String askedBy) {
        changing(() -> {
            choice.run();
            Recipe wanted = generations.wanted();
            boolean answers = records.active().orElseThrow().recipe().equals(wanted);
            Optional<IndexGeneration> building = records.building();
            boolean comes = building.filter(it -> it.recipe().equals(wanted)).isPresent();
            if (answers || !comes) {
                building.ifPresent(this::giveUp);
            }
            if (!answers && !comes) {
                build(wanted, askedBy);
            }
            return true;
        });
    }

    /** Builds what the settings ask for from nothing, for a person. */
    boolean rebuild(String askedBy) {
        return changing(() -> {
            boolean free = records.building().isEmpty();
            records.begin(generations.wanted(), askedBy);
            return free;
        });
    }

    boolean setPaused(GenerationId id, boolean paused) {
        return changing(() -> {
            boolean building = is(id, GenerationState.BUILDING);
            records.setPaused(id, paused);
            return building;
        });
    }

    /** Building ends; what was there before it is kept. */
    boolean cancel(GenerationId id) {
        return changing(() -> {
            Optional<IndexGeneration> building = in(id, GenerationState.BUILDING);
            building.ifPresent(it -> {
                giveUp(it);
                records.setDeclined(id);
            });
            return building.isPresent();
        });
    }

    /** Brings a replaced one up to date, for it to answer again. */
    boolean revert(GenerationId id, String askedBy) {
        return changing(() -> {
            boolean possible =
                    records.building().isEmpty()
                            && in(id, GenerationState.RETIRED)
                                    .filter(it -> generations.canEmbed(it.recipe()))
                                    .isPresent();
            if (possible) {
                records.bringBack(id, askedBy);
            }
            return possible;
        });
    }

    boolean drop(GenerationId id) {
        return changing(() -> {
            boolean retired = is(id, GenerationState.RETIRED);
            if (retired) {
                records.setState(id, GenerationState.DROPPED);
            }
            return retired;
        });
    }

    /** Drops those that were replaced long enough ago. */
    void dropExpired() {
        Instant before = clock.instant().minus(settings.keepRetired());
        records.retiredBefore(before).forEach(expired -> drop(expired.id()));
    }

    /** Puts a built one in the place of the one that answers, if it holds everything. */
    boolean swap(IndexGeneration built) {
        return changing(() -> {
            boolean whole =
                    in(built.id(), GenerationState.BUILDING).filter(it -> !it.paused()).isPresent()
                            && belongings.missing(built.id(), 1).isEmpty();
            if (whole) {
                IndexGeneration before = records.active().orElseThrow();
                records.setState(before.id(), GenerationState.RETIRED);
                if (built.askedBy() != null && !built.recipe().equals(before.recipe())) {
                    records.setDeclined(before.id());
                }
                records.setState(built.id(), GenerationState.ACTIVE);
            }
            return whole;
        });
    }

    private void buildUnlessDeclined(Recipe wanted) {
        boolean declined =
                records.all().stream()
                        .filter(it -> it.recipe().equals(wanted))
                        .anyMatch(IndexGeneration::declined);
        if (!declined) {
            build(wanted, null);
        }
    }

    /** One that was made alike and replaced is only brought up to date. */
    private void build(Recipe wanted, @Nullable String askedBy) {
        records.all().stream()
                .filter(it -> it.state() == GenerationState.RETIRED && it.recipe().equals(wanted))
                .findFirst()
                .ifPresentOrElse(
                        it -> records.bringBack(it.id(), askedBy),
                        () -> records.begin(wanted, askedBy));
    }

    private void giveUp(IndexGeneration building) {
        records.setState(
                building.id(),
                building.isComingBack() ? GenerationState.RETIRED : GenerationState.DROPPED);
    }

    private boolean is(GenerationId id, GenerationState state) {
        return in(id, state).isPresent();
    }

    private Optional<IndexGeneration> in(GenerationId id, GenerationState state) {
        return records.find(id).filter(it -> it.state() == state);
    }

    private boolean changing(Change change) {
        return Boolean.TRUE.equals(
                transaction.<@Nullable Boolean>execute(status -> {
                    records.lockAll();
                    return change.apply();
                }));
    }

    private interface Change {
        boolean apply();
    }
}
