package io.opslore.retrieval;

import io.opslore.library.RevisionId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes revisions out of every generation. */
@Component
class Removal {

    private final Generations generations;
    private final IndexContents contents;
    private final VectorRecords vectors;

    Removal(Generations generations, IndexContents contents, VectorRecords vectors) {
        this.generations = generations;
        this.contents = contents;
        this.vectors = vectors;
    }

    /** Their vectors stay for a while: a text that was taken back may come again. */
    void remove(RevisionId revision) {
        generations.inEach(generation -> contents.remove(generation, revision));
    }

    /** For good: neither a row nor a vector nor a word in the engine's files is left. */
    void erase(List<RevisionId> revisions) {
        revisions.forEach(this::remove);
        vectors.dropUnused(0);
        generations.inEach(generation -> generation.index().erase(revisions));
    }
}
