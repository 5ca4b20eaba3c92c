package io.opslore.ingest.queue;

import io.opslore.library.RevisionId;
import java.util.List;
import java.util.function.BiConsumer;

/** What the queue asks of the index; see {@link io.opslore.retrieval.Indexing}. */
interface Indexer {

    void indexText(RevisionId revision);

    void embed(RevisionId revision, BiConsumer<Integer, Integer> progress);

    void forget(RevisionId revision);

    void renew(List<RevisionId> revisions);
}
