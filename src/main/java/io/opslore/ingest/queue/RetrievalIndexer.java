package io.opslore.ingest.queue;

import io.opslore.library.RevisionId;
import io.opslore.retrieval.Indexing;
import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

@Component
class RetrievalIndexer implements Indexer {

    private final Indexing indexing;

    RetrievalIndexer(Indexing indexing) {
        this.indexing = indexing;
    }

    @Override
    public void indexText(RevisionId revision) {
        indexing.indexText(revision);
    }

    @Override
    public void embed(RevisionId revision, BiConsumer<Integer, Integer> progress) {
        indexing.embed(revision, progress);
    }

    @Override
    public void forget(RevisionId revision) {
        indexing.forget(revision);
    }

    @Override
    public void renew(List<RevisionId> revisions) {
        indexing.renew(revisions);
    }
}
