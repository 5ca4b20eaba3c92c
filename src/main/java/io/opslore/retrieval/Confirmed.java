package io.opslore.retrieval;

import io.opslore.library.Document;
import io.opslore.library.RevisionId;
import io.opslore.retrieval.engine.ChunkKey;
import io.opslore.retrieval.engine.Hit;
import io.opslore.retrieval.text.Language;
import java.util.List;
import java.util.Map;

/**
 * Hits that PostgreSQL has confirmed: each is of a current revision that may be read, and holds
 * what was sought to the letter.
 *
 * @param documents those of the hits' revisions
 * @param languages those of the hits' chunks
 * @param exhausted whether there are no others
 */
record Confirmed(
        List<Hit> hits,
        Map<RevisionId, Document> documents,
        Map<ChunkKey, Language> languages,
        boolean exhausted) {

    /** Nothing, and nothing more to come. */
    static final Confirmed NOTHING = new Confirmed(List.of(), Map.of(), Map.of(), true);

    Document document(Hit hit) {
        Document document = documents.get(hit.chunk().revision());
        if (document == null) {
            throw new IllegalStateException("Confirmed, so it has a document: " + hit.chunk());
        }
        return document;
    }

    /** The same hits in another order, or with other scores. */
    Confirmed with(List<Hit> others) {
        return new Confirmed(others, documents, languages, exhausted);
    }
}
