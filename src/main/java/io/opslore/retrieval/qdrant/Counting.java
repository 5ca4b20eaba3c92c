package io.opslore.retrieval.qdrant;

import io.opslore.library.RevisionId;
import io.opslore.retrieval.engine.Frequencies;
import io.opslore.retrieval.engine.Holding;
import io.qdrant.client.WithPayloadSelectorFactory;
import io.qdrant.client.grpc.Common.Filter;
import io.qdrant.client.grpc.Points.CountPoints;
import io.qdrant.client.grpc.Points.RetrievedPoint;
import io.qdrant.client.grpc.Points.ScrollPoints;
import io.qdrant.client.grpc.Points.ScrollResponse;
import io.qdrant.client.grpc.Points.WithPayloadSelector;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what a collection holds, of whoever. */
final class Counting {

    private static final int PAGE = 2_000;

    private static final WithPayloadSelector WHAT =
            WithPayloadSelectorFactory.include(List.of(StoredPoints.REVISION, StoredPoints.KIND));

    private final Calls calls;
    private final String collection;

    Counting(Calls calls, String collection) {
        this.calls = calls;
        this.collection = collection;
    }

    Frequencies frequencies(Collection<String> terms) {
        Map<String, Long> holding = new HashMap<>();
        for (String term : terms) {
            holding.computeIfAbsent(term, it -> count(Filters.holding(it)));
        }
        return new Frequencies(chunks(), holding);
    }

    long chunks() {
        return count(Filters.all(StoredPoints.CHUNK));
    }

    long windows() {
        return count(Filters.all(StoredPoints.WINDOW));
    }

    /** Page by page: a page is all of the points that is in memory at once. */
    Map<RevisionId, Holding> holdings() {
        Map<RevisionId, Holding> holdings = new HashMap<>();
        ScrollPoints.Builder page =
                ScrollPoints.newBuilder()
                        .setCollectionName(collection)
                        .setLimit(PAGE)
                        .setWithPayload(WHAT);
        while (true) {
            ScrollPoints wanted = page.build();
            ScrollResponse found = calls.write(stubs -> stubs.points().scroll(wanted));
            found.getResultList().forEach(point -> add(point, holdings));
            if (!found.hasNextPageOffset()) {
                return holdings;
            }
            page.setOffset(found.getNextPageOffset());
        }
    }

    private static void add(RetrievedPoint point, Map<RevisionId, Holding> holdings) {
        Holding one =
                StoredPoints.isChunk(point.getPayloadMap()) ? new Holding(1, 0) : new Holding(0, 1);
        holdings.merge(StoredPoints.revision(point.getPayloadMap()), one, Holding::plus);
    }

    private long count(Filter filter) {
        CountPoints request =
                CountPoints.newBuilder()
                        .setCollectionName(collection)
                        .setFilter(filter)
                        .setExact(true)
                        .build();
        return calls.read(stubs -> stubs.points().count(request)).getResult().getCount();
    }
}
