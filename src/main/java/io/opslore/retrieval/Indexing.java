package io.opslore.retrieval;

import io.opslore.library.RevisionId;
import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Service;

/**
 * Brings described revisions into the generation that answers; for ingest. Every step may be
 * repeated. A generation that is being built takes them up by itself. Thread-safe.
 */
@Service
public class Indexing {

    private final Generations generations;
    private final RevisionIndexing indexing;
    private final Removal removal;
    private final Precedence precedence;
    private final GenerationBoard board;

    Indexing(
            Generations generations,
            RevisionIndexing indexing,
            Removal removal,
            Precedence precedence,
            GenerationBoard board) {
        this.generations = generations;
        this.indexing = indexing;
        this.removal = removal;
        this.precedence = precedence;
        this.board = board;
    }

    /** Chunks the revision's stored text and makes it findable by its words. */
    public void indexText(RevisionId revision) {
        precedence.first(() ->
                generations.inActive(generation -> {
                    indexing.text(generation, revision);
                    return generation;
                }));
    }

    /**
     * Embeds what is not embedded yet and makes the revision findable by meaning. Stops between
     * batches when the thread is interrupted.
     *
     * @param progress called with (windows done, windows in all)
     */
    public void embed(RevisionId revision, BiConsumer<Integer, Integer> progress) {
        precedence.first(() ->
                generations.inActive(
                        generation -> indexing.embed(generation, revision, atOnce(progress))));
        board.announce();
    }

    /** Takes a revision out of every generation and drops what was derived from it. */
    public void forget(RevisionId revision) {
        removal.remove(revision);
    }

    /**
     * Makes anew what the generation that answers holds of revisions whose texts were replaced.
     * Nothing of the old texts is left in any generation. Stops between batches when the thread is
     * interrupted.
     */
    public void renew(List<RevisionId> revisions) {
        removal.erase(revisions);
        for (RevisionId revision : revisions) {
            indexText(revision);
            embed(revision, (done, all) -> {});
        }
    }

    private static Windows.Pace atOnce(BiConsumer<Integer, Integer> progress) {
        return new Windows.Pace() {
            @Override
            public void awaitTurn() {}

            @Override
            public void tell(int done, int all) {
                progress.accept(done, all);
            }
        };
    }
}
