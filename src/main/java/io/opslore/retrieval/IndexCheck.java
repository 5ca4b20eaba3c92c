package io.opslore.retrieval;

import io.opslore.library.RevisionId;
import io.opslore.retrieval.IndexDifference.Kind;
import io.opslore.retrieval.engine.Holding;
import io.opslore.retrieval.engine.KnowledgeIndex.Damaged;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Checks what search holds against the library, as the machinery sees it: for no one person, and
 * not to be handed to a view by itself. What is still on its way through the queue counts as a
 * difference: ask when the queue is empty. Thread-safe.
 */
@Service
public class IndexCheck {

    private final Generations generations;
    private final GenerationRecords records;
    private final IndexGaps gaps;
    private final Reconciliation reconciliation;
    private final RevisionIndexing indexing;
    private final Succession succession;

    IndexCheck(
            Generations generations,
            GenerationRecords records,
            IndexGaps gaps,
            Reconciliation reconciliation,
            RevisionIndexing indexing,
            Succession succession) {
        this.generations = generations;
        this.records = records;
        this.gaps = gaps;
        this.reconciliation = reconciliation;
        this.indexing = indexing;
        this.succession = succession;
    }

    /** Reads every stored byte of every index once. */
    public List<IndexDifference> differences() {
        List<IndexDifference> found = new ArrayList<>(inPostgres());
        generations.inEach(generation -> found.addAll(inIndex(generation)));
        return found;
    }

    /**
     * Puts right all that {@link #differences} finds, from the texts in the library; embeds what
     * has no vectors, which may take a while. Says how many revisions it worked on.
     */
    public int repair() {
        List<IndexDifference> found = inPostgres();
        int repaired = succession.sweep();
        for (IndexDifference difference : found) {
            RevisionId revision = difference.revision();
            if (revision != null && difference.kind() != Kind.NOT_FORGOTTEN) {
                generations.inActive(it -> indexing.embed(it, revision, Windows.Pace.AT_ONCE));
                repaired++;
            }
        }
        gaps.clearDropped();
        List<Reconciliation.Repaired> reconciled = new ArrayList<>();
        generations.inEach(it -> reconciled.add(reconciliation.reconcile(it)));
        return repaired + reconciled.stream().mapToInt(it -> it.filled() + it.removed()).sum();
    }

    private List<IndexDifference> inPostgres() {
        IndexGeneration active = records.active().orElseThrow();
        return gaps.of(active, generations.canEmbed(active.recipe()));
    }

    private List<IndexDifference> inIndex(Generation generation) {
        int id = generation.id().value();
        List<IndexDifference> found = new ArrayList<>();
        try {
            Reconciliation.Difference difference = reconciliation.difference(generation);
            difference
                    .wanted()
                    .forEach((revision, wanted) -> {
                        Holding held = difference.held().getOrDefault(revision, Holding.NONE);
                        String detail = "The index holds %s instead of %s".formatted(held, wanted);
                        found.add(new IndexDifference(Kind.INDEX_DIFFERS, id, revision, detail));
                    });
            difference
                    .unknown()
                    .forEach(revision ->
                            found.add(
                                    new IndexDifference(
                                            Kind.UNKNOWN_IN_INDEX,
                                            id,
                                            revision,
                                            "The index holds a revision that does not belong into it")));
        } catch (Damaged e) {
            String cause = String.valueOf(e.getCause());
            found.add(new IndexDifference(Kind.INDEX_UNREADABLE, id, null, cause));
        }
        return found;
    }
}
