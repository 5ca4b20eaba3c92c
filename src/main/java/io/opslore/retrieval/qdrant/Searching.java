package io.opslore.retrieval.qdrant;

import io.opslore.retrieval.engine.BothArms;
import io.opslore.retrieval.engine.ChunkKey;
import io.opslore.retrieval.engine.Hit;
import io.opslore.retrieval.engine.Within;
import io.opslore.retrieval.engine.WordQuery;
import io.qdrant.client.QueryFactory;
import io.qdrant.client.WithPayloadSelectorFactory;
import io.qdrant.client.grpc.Points.BatchResult;
import io.qdrant.client.grpc.Points.QuantizationSearchParams;
import io.qdrant.client.grpc.Points.QueryBatchPoints;
import io.qdrant.client.grpc.Points.QueryPoints;
import io.qdrant.client.grpc.Points.ScoredPoint;
import io.qdrant.client.grpc.Points.SearchParams;
import io.qdrant.client.grpc.Points.WithPayloadSelector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Searches a collection; every request says what its reader may find. */
final class Searching {

    /** A chunk has a handful of windows; so many more are asked for than chunks are wanted. */
    private static final int WINDOWS_PER_CHUNK = 3;

    private static final WithPayloadSelector KEY =
            WithPayloadSelectorFactory.include(
                    List.of(StoredPoints.REVISION, StoredPoints.ORDINAL));

    /** Where vectors are kept smaller, what was found by these is ranked by the whole ones. */
    private static final SearchParams EXACT_RANKS =
            SearchParams.newBuilder()
                    .setQuantization(
                            QuantizationSearchParams.newBuilder()
                                    .setRescore(true)
                                    .setOversampling(2))
                    .build();

    private final Calls calls;
    private final String collection;

    Searching(Calls calls, String collection) {
        this.calls = calls;
        this.collection = collection;
    }

    List<Hit> byWords(WordQuery query, Within within, int limit) {
        return hits(ask(List.of(words(query, within, limit))).getFirst());
    }

    List<Hit> byMeaning(float[] query, Within within, int limit) {
        return bestPerChunk(ask(List.of(meaning(query, within, limit))).getFirst(), limit);
    }

    /** In one request. */
    BothArms byBoth(WordQuery words, float[] meaning, Within within, int limit) {
        List<BatchResult> found =
                ask(List.of(words(words, within, limit), meaning(meaning, within, limit)));
        return new BothArms(hits(found.getFirst()), bestPerChunk(found.getLast(), limit));
    }

    private List<BatchResult> ask(List<QueryPoints> queries) {
        QueryBatchPoints batch =
                QueryBatchPoints.newBuilder()
                        .setCollectionName(collection)
                        .addAllQueryPoints(queries)
                        .build();
        return calls.read(stubs -> stubs.points().queryBatch(batch)).getResultList();
    }

    private QueryPoints words(WordQuery query, Within within, int limit) {
        WordsArm arm = WordsArm.of(query, within);
        return QueryPoints.newBuilder()
                .setCollectionName(collection)
                .setUsing(StoredPoints.WORDS)
                .setQuery(arm.query())
                .setFilter(arm.filter())
                .setLimit(limit)
                .setWithPayload(KEY)
                .build();
    }

    private QueryPoints meaning(float[] query, Within within, int limit) {
        return QueryPoints.newBuilder()
                .setCollectionName(collection)
                .setUsing(StoredPoints.MEANING)
                .setQuery(QueryFactory.nearest(query))
                .setFilter(Filters.meaning(within))
                .setParams(EXACT_RANKS)
                .setLimit((long) limit * WINDOWS_PER_CHUNK)
                .setWithPayload(KEY)
                .build();
    }

    private static List<Hit> hits(BatchResult found) {
        return found.getResultList().stream().map(Searching::hit).toList();
    }

    private static List<Hit> bestPerChunk(BatchResult windows, int limit) {
        Map<ChunkKey, Hit> best = new LinkedHashMap<>();
        hits(windows).forEach(window -> best.putIfAbsent(window.chunk(), window));
        return best.values().stream().limit(limit).toList();
    }

    private static Hit hit(ScoredPoint found) {
        return new Hit(StoredPoints.key(found.getPayloadMap()), found.getScore());
    }
}
