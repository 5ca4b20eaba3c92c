package io.opslore.retrieval.lucene;

import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import io.opslore.retrieval.engine.ChunkKey;
import io.opslore.retrieval.engine.Frequencies;
import io.opslore.retrieval.engine.Hit;
import io.opslore.retrieval.engine.Holding;
import io.opslore.retrieval.engine.IndexedChunk;
import io.opslore.retrieval.engine.IndexedWindow;
import io.opslore.retrieval.engine.KnowledgeIndex;
import io.opslore.retrieval.engine.Within;
import io.opslore.retrieval.engine.WordQuery;
import io.opslore.retrieval.text.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine inside the portal: one Lucene index, with a document per chunk (BM25 over text,
 * heading, title and path) and one per window (HNSW).
 */
public final class LuceneKnowledgeIndex implements KnowledgeIndex {

    private static final Logger log = LoggerFactory.getLogger(LuceneKnowledgeIndex.class);

    /** A chunk has a handful of windows; so many more are asked for than chunks are wanted. */
    private static final int WINDOWS_PER_CHUNK = 3;

    private final Fields fields;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final ScheduledExecutorService committing =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("index-commit").factory());

    /**
     * @param generation names what the vectors were made with; an index of another one is dropped
     * @param commitEvery how long a change may wait to become durable
     */
    public LuceneKnowledgeIndex(Path folder, String generation, Words words, Duration commitEvery) {
        this.fields = new Fields(words);
        try {
            this.writer = new IndexFolder(folder, generation).open();
            this.searchers = new SearcherManager(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long millis = commitEvery.toMillis();
        committing.scheduleWithFixedDelay(this::commit, millis, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void putChunks(RevisionId revision, SpaceId space, List<IndexedChunk> chunks) {
        replace(
                Fields.of(revision, Fields.CHUNK),
                chunks.stream().map(chunk -> fields.document(revision, space, chunk)).toList());
    }

    @Override
    public void putWindows(RevisionId revision, SpaceId space, List<IndexedWindow> windows) {
        replace(
                Fields.of(revision, Fields.WINDOW),
                windows.stream().map(window -> fields.document(revision, space, window)).toList());
    }

    @Override
    public void remove(RevisionId revision) {
        change(() -> writer.deleteDocuments(Fields.of(revision)));
    }

    @Override
    public void erase(Collection<RevisionId> revisions) {
        change(() -> {
            writer.deleteDocuments(revisions.stream().map(Fields::of).toArray(Term[]::new));
            // A deleted document's words stay in its segment until that is written anew.
            writer.forceMergeDeletes();
        });
        commit();
    }

    @Override
    public List<Hit> byWords(WordQuery query, Within within, int limit) {
        if (query.isEmpty() || within.isEmpty()) {
            return List.of();
        }
        return search(searcher -> hits(searcher, WordSearch.of(query, within), limit));
    }

    @Override
    public List<Hit> byMeaning(float[] query, Within within, int limit) {
        if (within.isEmpty()) {
            return List.of();
        }
        int windows = limit * WINDOWS_PER_CHUNK;
        var nearest = new KnnFloatVectorQuery(Fields.VECTOR, query, windows, Fields.of(within));
        return search(searcher -> bestPerChunk(hits(searcher, nearest, windows), limit));
    }

    @Override
    public Frequencies frequencies(Collection<String> terms) {
        return search(searcher -> {
            IndexReader reader = searcher.getIndexReader();
            Map<String, Long> holding = new HashMap<>();
            for (String term : terms) {
                holding.put(term, frequency(reader, term));
            }
            return new Frequencies(reader.getDocCount(Fields.TEXT), holding);
        });
    }

    @Override
    public Map<RevisionId, Holding> holdings() {
        try {
            return search(Inventory::of);
        } catch (UncheckedIOException e) {
            throw new Damaged(e);
        }
    }

    @Override
    public void clear() {
        change(writer::deleteAll);
        commit();
    }

    @Override
    public void close() {
        committing.close();
        try {
            searchers.close();
            writer.close();
            writer.getDirectory().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void replace(Query old, List<Document> documents) {
        change(() -> {
            if (documents.isEmpty()) {
                writer.deleteDocuments(old);
            } else {
                writer.updateDocuments(old, documents);
            }
        });
    }

    private void commit() {
        try {
            if (writer.hasUncommittedChanges()) {
                writer.commit();
            }
        } catch (IOException | RuntimeException e) {
            log.warn("The index could not be committed; it is tried again", e);
        }
    }

    private static long frequency(IndexReader reader, String term) throws IOException {
        long most = 0;
        for (Term inField : Fields.everywhere(term)) {
            most = Math.max(most, reader.docFreq(inField));
        }
        return most;
    }

    private static List<Hit> hits(IndexSearcher searcher, Query query, int limit)
            throws IOException {
        List<Hit> hits = new ArrayList<>();
        ScoreDoc[] found = searcher.search(query, limit).scoreDocs;
        for (ScoreDoc doc : found) {
            hits.add(new Hit(Inventory.key(searcher.getIndexReader(), doc.doc), doc.score));
        }
        return hits;
    }

    private static List<Hit> bestPerChunk(List<Hit> windows, int limit) {
        Map<ChunkKey, Hit> best = new LinkedHashMap<>();
        for (Hit window : windows) {
            best.putIfAbsent(window.chunk(), new Hit(window.chunk(), cosine(window.score())));
        }
        return best.values().stream().limit(limit).toList();
    }

    /** Lucene keeps scores positive: it gives (1 + cosine) / 2. */
    private static double cosine(double score) {
        return 2 * score - 1;
    }

    private void change(Change change) {
        try {
            change.run();
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T search(Search<T> search) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return search.in(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Change {
        void run() throws IOException;
    }

    private interface Search<T> {
        T in(IndexSearcher searcher) throws IOException;
    }
}
