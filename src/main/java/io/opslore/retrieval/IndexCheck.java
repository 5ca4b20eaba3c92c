package io.opslore.retrieval;

import io.opslore.library.Difference;
import io.opslore.library.Difference.Kind;
import io.opslore.library.RevisionId;
import io.opslore.library.StoreCheck;
import io.opslore.retrieval.engine.Holding;
import io.opslore.retrieval.engine.KnowledgeIndex.Damaged;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Whether what search holds is what the library says: the chunks and vectors of the generation that
 * answers, and the index of every generation. A count of an index reads all of its bytes anyway.
 */
@Component
class IndexCheck implements StoreCheck {

    private final Generations generations;
    private final GenerationRecords records;
    private final IndexGaps gaps;
    private final Reconciliation reconciliation;
    private final RevisionIndexing indexing;
    private final Removal removal;

    IndexCheck(
            Generations generations,
            GenerationRecords records,
            IndexGaps gaps,
            Reconciliation reconciliation,
            RevisionIndexing indexing,
            Removal removal) {
        this.generations = generations;
        this.records = records;
        this.gaps = gaps;
        this.reconciliation = reconciliation;
        this.indexing = indexing;
        this.removal = removal;
    }

    @Override
    public List<Difference> differences(boolean everyByte) {
        List<Difference> found = new ArrayList<>();
        IndexGeneration active = records.active().orElseThrow();
        gaps.withoutChunks(active).forEach(it -> found.add(toIndex(Kind.CHUNKS_MISSING, it)));
        if (generations.canEmbed(active.recipe())) {
            gaps.withoutVectors(active).forEach(it -> found.add(toIndex(Kind.VECTORS_MISSING, it)));
        }
        gaps.notForgotten().forEach(it -> found.add(toForget(it)));
        gaps.dropped().forEach(it -> found.add(toDelete(it)));
        generations.inEach(generation -> found.addAll(inIndex(generation)));
        return found;
    }

    private List<Difference> inIndex(Generation generation) {
        String index = "index generation %d".formatted(generation.id().value());
        List<Difference> found = new ArrayList<>();
        try {
            Reconciliation.Difference difference = reconciliation.difference(generation);
            difference
                    .wanted()
                    .forEach((revision, wanted) -> {
                        Holding held = difference.held().getOrDefault(revision, Holding.NONE);
                        String detail = "%s: %s instead of %s".formatted(index, held, wanted);
                        found.add(
                                Difference.repairable(
                                        Kind.INDEX_MISSING,
                                        gaps.name(revision),
                                        detail,
                                        () ->
                                                again(
                                                        generation,
                                                        it -> reconciliation.fill(it, revision))));
                    });
            for (RevisionId unknown : difference.unknown()) {
                found.add(
                        Difference.repairable(
                                Kind.INDEX_UNKNOWN,
                                gaps.name(unknown),
                                index,
                                () -> again(generation, it -> reconciliation.remove(it, unknown))));
            }
        } catch (IndexAway e) {
            found.add(Difference.lasting(Kind.INDEX_AWAY, index, String.valueOf(e.getMessage())));
        } catch (Damaged e) {
            String cause = String.valueOf(e.getCause());
            found.add(
                    Difference.repairable(
                            Kind.INDEX_DAMAGED,
                            index,
                            cause,
                            () -> again(generation, reconciliation::reconcile)));
        }
        return found;
    }

    private Difference toIndex(Kind kind, RevisionId revision) {
        return Difference.repairable(
                kind,
                gaps.name(revision),
                "",
                () ->
                        generations.inActive(
                                it -> indexing.embed(it, revision, Windows.Pace.AT_ONCE)));
    }

    private Difference toForget(RevisionId revision) {
        return Difference.repairable(
                Kind.CHUNKS_UNUSED, gaps.name(revision), "", () -> removal.remove(revision));
    }

    private Difference toDelete(int dropped) {
        return Difference.repairable(
                Kind.CHUNKS_UNUSED,
                "index generation %d".formatted(dropped),
                "It was dropped",
                () -> gaps.delete(dropped));
    }

    /** The generation may have been dropped since it was looked at. */
    private void again(Generation generation, Consumer<Generation> repair) {
        records.find(generation.id())
                .filter(it -> it.state() != GenerationState.DROPPED)
                .ifPresent(row ->
                        generations.in(
                                row,
                                it -> {
                                    repair.accept(it);
                                    return it;
                                }));
    }
}
