package io.opslore.retrieval.qdrant;

import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import io.opslore.retrieval.engine.BothArms;
import io.opslore.retrieval.engine.Frequencies;
import io.opslore.retrieval.engine.Hit;
import io.opslore.retrieval.engine.Holding;
import io.opslore.retrieval.engine.IndexedChunk;
import io.opslore.retrieval.engine.IndexedWindow;
import io.opslore.retrieval.engine.KnowledgeIndex;
import io.opslore.retrieval.engine.Within;
import io.opslore.retrieval.engine.WordQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The engine on a server of its own: a collection with a point per chunk, found by its words as a
 * sparse vector, and a point per window, found by meaning. Asks the server nothing before it is
 * asked itself, so that a portal starts without one.
 */
final class QdrantKnowledgeIndex implements KnowledgeIndex {

    private final GenerationCollection collection;
    private final StoredPoints points;
    private final Writing writing;
    private final Searching searching;
    private final Counting counting;

    QdrantKnowledgeIndex(Calls calls, GenerationCollection collection, StoredPoints points) {
        this.collection = collection;
        this.points = points;
        this.writing = new Writing(calls, collection.alias());
        this.searching = new Searching(calls, collection.alias());
        this.counting = new Counting(calls, collection.alias());
    }

    @Override
    public void putChunks(RevisionId revision, SpaceId space, List<IndexedChunk> chunks) {
        var written =
                IntStream.range(0, chunks.size())
                        .mapToObj(at -> points.chunk(revision, space, at, chunks.get(at)))
                        .toList();
        collection.use(() -> writing.replace(revision, StoredPoints.CHUNK, written));
    }

    @Override
    public void putWindows(RevisionId revision, SpaceId space, List<IndexedWindow> windows) {
        var written =
                IntStream.range(0, windows.size())
                        .mapToObj(at -> points.window(revision, space, at, windows.get(at)))
                        .toList();
        collection.use(() -> writing.replace(revision, StoredPoints.WINDOW, written));
    }

    @Override
    public void remove(RevisionId revision) {
        collection.use(() -> writing.remove(List.of(revision)));
    }

    @Override
    public void erase(Collection<RevisionId> revisions) {
        if (!revisions.isEmpty()) {
            collection.use(() -> writing.remove(revisions));
        }
    }

    @Override
    public List<Hit> byWords(WordQuery query, Within within, int limit) {
        return query.isEmpty() || within.isEmpty()
                ? List.of()
                : collection.with(() -> searching.byWords(query, within, limit));
    }

    @Override
    public List<Hit> byMeaning(float[] query, Within within, int limit) {
        return within.isEmpty()
                ? List.of()
                : collection.with(() -> searching.byMeaning(query, within, limit));
    }

    @Override
    public BothArms byBoth(WordQuery words, float[] meaning, Within within, int limit) {
        return words.isEmpty() || within.isEmpty()
                ? new BothArms(List.of(), byMeaning(meaning, within, limit))
                : collection.with(() -> searching.byBoth(words, meaning, within, limit));
    }

    @Override
    public Frequencies frequencies(Collection<String> terms) {
        return collection.with(() -> counting.frequencies(terms));
    }

    @Override
    public Map<RevisionId, Holding> holdings() {
        return collection.with(counting::holdings);
    }

    @Override
    public void clear() {
        collection.replace();
    }

    /** The connection is shared by all generations and stays. */
    @Override
    public void close() {}
}
