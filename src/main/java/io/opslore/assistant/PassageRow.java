package io.opslore.assistant;

import io.opslore.retrieval.Passage;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A passage that an answer was written from, as the ledger keeps it.
 *
 * @param documentId null where its source was gone before documents were kept here
 * @param label as the model was shown it
 * @param spaceId null where its source was gone before spaces were kept here
 */
@Embeddable
record PassageRow(
        int rank,
        UUID revisionId,
        @Nullable UUID spaceId,
        int firstLine,
        int lastLine,
        double relevance,
        double coverage,
        double similarity,
        @Nullable UUID documentId,
        int revisionNumber,
        String path,
        String label) {

    static List<PassageRow> of(List<Passage> passages) {
        return IntStream.range(0, passages.size())
                .mapToObj(index -> of(index + 1, passages.get(index)))
                .toList();
    }

    private static PassageRow of(int rank, Passage passage) {
        return new PassageRow(
                rank,
                passage.revision().value(),
                passage.document().space().value(),
                passage.lines().first(),
                passage.lines().last(),
                passage.relevance(),
                passage.coverage(),
                passage.similarity(),
                passage.document().id().value(),
                passage.revisionNumber(),
                passage.document().path(),
                PassageFence.label(passage));
    }
}
