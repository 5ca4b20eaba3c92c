package io.opslore.retrieval.qdrant;

import com.google.common.util.concurrent.Futures;
import io.opslore.library.RevisionId;
import io.opslore.retrieval.engine.Frequencies;
import io.opslore.retrieval.engine.Holding;
import io.qdrant.client.WithPayloadSelectorFactory;
import io.qdrant.client.grpc.Common.Filter;
import io.qdrant.client.grpc.Points.CountPoints;
import io.qdrant.client.grpc.Points.CountResponse;
import io.qdrant.client.grpc.Points.RetrievedPoint;
import io.qdrant.client.grpc.Points.ScrollPoints;
import io.qdrant.client.grpc.Points.ScrollResponse;
import io.qdrant.client.grpc.Points.WithPayloadSelector;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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

    /** All terms at once: a question has many, and the server may be far. */
    Frequencies frequencies(Collection<String> terms) {
        List<String> asked = List.copyOf(Set.copyOf(terms));
        List<CountPoints> requests =
                Stream.concat(
                                Stream.of(Filters.all(StoredPoints.CHUNK)),
                                asked.stream().map(Filters::holding))
                        .map(this::count)
                        .toList();
        List<CountResponse> counts =
                calls.read(stubs ->
                        Futures.allAsList(requests.stream().map(stubs.points()::count).toList()));
        Map<String, Long> holding = new HashMap<>();
        for (int at = 0; at < asked.size(); at++) {
            holding.put(asked.get(at), counts.get(at + 1).getResult().getCount());
        }
        return new Frequencies(counts.getFirst().getResult().getCount(), holding);
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

    private CountPoints count(Filter filter) {
        return CountPoints.newBuilder()
                .setCollectionName(collection)
                .setFilter(filter)
                .setExact(true)
                .build();
    }
}
