package io.opslore.retrieval;

import io.opslore.library.RevisionId;
import io.opslore.retrieval.VectorRecords.PlannedWindow;
import io.opslore.retrieval.engine.Embedder;
import io.opslore.retrieval.text.Chunk;
import io.opslore.retrieval.text.Window;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Gives windows their vectors, computing none that is known already. */
@Component
class Windows {

    /** Between two batches progress is told and an interrupt is heard. */
    private static final int BATCH = 16;

    /** What it took: windows that the model computed, and windows whose vectors were known. */
    record Cost(int embedded, int reused) {

        static final Cost NONE = new Cost(0, 0);
    }

    /** Sets the pace of the work and hears how it goes. */
    interface Pace {

        /** As fast as it goes, and nobody listens. */
        Pace AT_ONCE =
                new Pace() {
                    @Override
                    public void awaitTurn() {}

                    @Override
                    public void tell(int done, int all) {}
                };

        /** Called before each batch; may wait until others have gone first. */
        void awaitTurn();

        /** Called with (windows done, windows in all). */
        void tell(int done, int all);

        /** All is done at once. */
        default Cost told(Cost cost) {
            tell(cost.reused(), cost.reused());
            return cost;
        }
    }

    private final ChunkRecords chunks;
    private final VectorRecords vectors;

    Windows(ChunkRecords chunks, VectorRecords vectors) {
        this.chunks = chunks;
        this.vectors = vectors;
    }

    /**
     * Takes the windows of a revision with the same bytes, if one is wholly embedded. Theirs are
     * headed by its own path and title, which matters less than embedding the same text again. Both
     * need the vectors from then on: they stay for as long as either does.
     */
    Optional<Cost> takeOver(Generation generation, RevisionId revision, List<Chunk> readable) {
        List<Chunk> own = chunks.chunks(generation.id(), revision);
        for (RevisionId twin : vectors.twins(generation.id(), revision)) {
            // The same bytes under another name may have been read as another kind of text.
            if (chunks.chunks(generation.id(), twin).equals(own)) {
                List<PlannedWindow> shared = vectors.planned(generation.id(), twin);
                vectors.plan(generation.id(), revision, shared);
                if (known(generation, shared).containsAll(digests(shared))) {
                    return Optional.of(new Cost(0, shared.size()));
                }
            }
        }
        return Optional.empty();
    }

    /** Makes these the windows of the revision and embeds those that are new. */
    Cost embed(
            Generation generation,
            Embedder embedder,
            RevisionId revision,
            List<Window> wanted,
            Pace pace) {
        List<PlannedWindow> planned = wanted.stream().map(PlannedWindow::of).toList();
        vectors.plan(generation.id(), revision, planned);
        List<Window> missing = missing(wanted, known(generation, planned));
        int reused = wanted.size() - missing.size();
        int embedded = 0;
        pace.tell(reused, wanted.size());
        while (embedded < missing.size() && !Thread.currentThread().isInterrupted()) {
            pace.awaitTurn();
            List<Window> batch =
                    missing.subList(embedded, Math.min(embedded + BATCH, missing.size()));
            List<float[]> computed = embedder.passages(batch.stream().map(Window::text).toList());
            vectors.save(embedder.model(), batch, computed);
            embedded += batch.size();
            pace.tell(reused + embedded, wanted.size());
        }
        return new Cost(embedded, reused);
    }

    void markEmbedded(Generation generation, RevisionId revision) {
        vectors.markEmbedded(generation.id(), revision);
    }

    private Set<String> known(Generation generation, List<PlannedWindow> windows) {
        return vectors.known(generation.recipe().model(), digests(windows));
    }

    private static List<String> digests(List<PlannedWindow> windows) {
        return windows.stream().map(PlannedWindow::digest).toList();
    }

    private static List<Window> missing(List<Window> wanted, Set<String> known) {
        Set<String> seen = new HashSet<>(known);
        return wanted.stream().filter(window -> seen.add(window.digest())).toList();
    }
}
