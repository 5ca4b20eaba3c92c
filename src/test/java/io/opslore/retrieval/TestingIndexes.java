package io.opslore.retrieval;

import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import io.opslore.retrieval.engine.Frequencies;
import io.opslore.retrieval.engine.GenerationId;
import io.opslore.retrieval.engine.Hit;
import io.opslore.retrieval.engine.Holding;
import io.opslore.retrieval.engine.IndexedChunk;
import io.opslore.retrieval.engine.IndexedWindow;
import io.opslore.retrieval.engine.KnowledgeIndex;
import io.opslore.retrieval.engine.KnowledgeIndexes;
import io.opslore.retrieval.engine.Within;
import io.opslore.retrieval.engine.WordQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** The real indexes, with a place to do something between a search's query and all that follows. */
final class TestingIndexes implements KnowledgeIndexes {

    private final KnowledgeIndexes real;
    private final AtomicReference<Runnable> afterQuery = new AtomicReference<>(() -> {});

    TestingIndexes(KnowledgeIndexes real) {
        this.real = real;
    }

    /** Runs once, after the next query. */
    void afterNextQuery(Runnable action) {
        afterQuery.set(action);
    }

    @Override
    public void onLoss(Consumer<GenerationId> told) {
        real.onLoss(told);
    }

    @Override
    public KnowledgeIndex open(GenerationId generation, String model, int dimensions) {
        return new Watched(real.open(generation, model, dimensions));
    }

    @Override
    public void drop(GenerationId generation) {
        real.drop(generation);
    }

    @Override
    public Set<GenerationId> stored() {
        return real.stored();
    }

    @Override
    public long size(GenerationId generation) {
        return real.size(generation);
    }

    @Override
    public Optional<IndexSnapshot> snapshot(GenerationId generation) {
        return real.snapshot(generation);
    }

    @Override
    public void close() {
        real.close();
    }

    private final class Watched implements KnowledgeIndex {

        private final KnowledgeIndex index;

        private Watched(KnowledgeIndex index) {
            this.index = index;
        }

        @Override
        public List<Hit> byWords(WordQuery query, Within within, int limit) {
            return queried(index.byWords(query, within, limit));
        }

        @Override
        public List<Hit> byMeaning(float[] query, Within within, int limit) {
            return queried(index.byMeaning(query, within, limit));
        }

        private List<Hit> queried(List<Hit> hits) {
            // As somebody else would: outside the search's thread and transaction.
            CompletableFuture.runAsync(afterQuery.getAndSet(() -> {})).join();
            return hits;
        }

        @Override
        public void putChunks(RevisionId revision, SpaceId space, List<IndexedChunk> chunks) {
            index.putChunks(revision, space, chunks);
        }

        @Override
        public void putWindows(RevisionId revision, SpaceId space, List<IndexedWindow> windows) {
            index.putWindows(revision, space, windows);
        }

        @Override
        public void remove(RevisionId revision) {
            index.remove(revision);
        }

        @Override
        public void erase(Collection<RevisionId> revisions) {
            index.erase(revisions);
        }

        @Override
        public Frequencies frequencies(Collection<String> terms) {
            return index.frequencies(terms);
        }

        @Override
        public Map<RevisionId, Holding> holdings() {
            return index.holdings();
        }

        @Override
        public void clear() {
            index.clear();
        }

        @Override
        public void close() {
            index.close();
        }
    }
}
