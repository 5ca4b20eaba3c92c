package io.opslore.retrieval;

import io.opslore.library.RevisionId;
import io.opslore.retrieval.engine.Holding;
import io.opslore.retrieval.engine.KnowledgeIndex.Damaged;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Brings a generation's index back to what PostgreSQL says: whatever a crash, a restored database
 * or a deleted folder has left is counted and put right, without chunking or embedding anything
 * again. The index answers meanwhile.
 */
@Component
class Reconciliation implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

    /** What was found to be wrong, in revisions. */
    record Repaired(int filled, int removed) {

        boolean nothing() {
            return filled == 0 && removed == 0;
        }
    }

    /**
     * What the index holds otherwise than it should.
     *
     * @param wanted of each revision that has too little or too much, what the index must hold
     * @param held what it holds of them
     * @param unknown revisions that do not belong into it at all
     */
    record Difference(
            Map<RevisionId, Holding> wanted,
            Map<RevisionId, Holding> held,
            Set<RevisionId> unknown) {}

    private final GenerationRecords records;
    private final Belongings belongings;
    private final IndexContents contents;
    private volatile boolean stopping;

    Reconciliation(GenerationRecords records, Belongings belongings, IndexContents contents) {
        this.records = records;
        this.belongings = belongings;
        this.contents = contents;
    }

    /** Throws {@link Damaged} if the index cannot be read. */
    Difference difference(Generation generation) {
        // The index first: what it holds was in PostgreSQL before, so nothing new looks unknown.
        Map<RevisionId, Holding> held = generation.index().holdings();
        Map<RevisionId, Holding> all = belongings.of(records.find(generation.id()).orElseThrow());
        Map<RevisionId, Holding> wanted = new HashMap<>();
        all.forEach((revision, wants) -> {
            if (!held.getOrDefault(revision, Holding.NONE).equals(wants)) {
                wanted.put(revision, wants);
            }
        });
        Set<RevisionId> unknown = new HashSet<>(held.keySet());
        unknown.removeAll(all.keySet());
        unknown.removeAll(belongings.replaced());
        return new Difference(wanted, held, unknown);
    }

    Repaired reconcile(Generation generation) {
        int losses = generation.losses();
        Difference difference = readable(generation);
        int filled = 0;
        for (RevisionId revision : difference.wanted().keySet()) {
            if (stopping) {
                break;
            }
            fill(generation, revision);
            filled++;
        }
        difference.unknown().forEach(revision -> contents.remove(generation, revision));
        if (!stopping) {
            generation.mended(losses);
        }
        return new Repaired(filled, difference.unknown().size());
    }

    /** Puts one revision right that {@link #difference} has named. */
    void fill(Generation generation, RevisionId revision) {
        contents.putChunks(generation, revision);
        contents.putWindows(generation, revision);
    }

    /** Takes out what {@link #difference} has named, unless it has come to belong there since. */
    void remove(Generation generation, RevisionId unknown) {
        if (!belongings.holds(generation.id(), unknown)) {
            contents.remove(generation, unknown);
        }
    }

    @Override
    public void destroy() {
        stopping = true;
    }

    private Difference readable(Generation generation) {
        try {
            return difference(generation);
        } catch (Damaged e) {
            log.warn("The index is damaged and is made anew: {}", String.valueOf(e.getCause()));
            generation.index().clear();
            return difference(generation);
        }
    }
}
