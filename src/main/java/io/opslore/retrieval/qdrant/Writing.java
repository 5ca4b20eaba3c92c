package io.opslore.retrieval.qdrant;

import io.opslore.library.RevisionId;
import io.qdrant.client.grpc.Common.Filter;
import io.qdrant.client.grpc.Points.DeletePoints;
import io.qdrant.client.grpc.Points.PointStruct;
import io.qdrant.client.grpc.Points.PointsSelector;
import io.qdrant.client.grpc.Points.UpsertPoints;
import java.util.Collection;
import java.util.List;

/** Changes a collection. Each change is there when its call returns and may be repeated. */
final class Writing {

    /** A megabyte or so. */
    private static final int AT_ONCE = 128;

    private final Calls calls;
    private final String collection;

    Writing(Calls calls, String collection) {
        this.calls = calls;
        this.collection = collection;
    }

    /** Makes these the revision's only points of a kind: the new over the old, then the rest. */
    void replace(RevisionId revision, String kind, List<PointStruct> points) {
        for (int from = 0; from < points.size(); from += AT_ONCE) {
            upsert(points.subList(from, Math.min(from + AT_ONCE, points.size())));
        }
        delete(Filters.from(points.size(), revision, kind));
    }

    void remove(Collection<RevisionId> revisions) {
        delete(Filters.of(revisions));
    }

    private void upsert(List<PointStruct> points) {
        UpsertPoints request =
                UpsertPoints.newBuilder()
                        .setCollectionName(collection)
                        .setWait(true)
                        .addAllPoints(points)
                        .build();
        calls.write(stubs -> stubs.points().upsert(request));
    }

    private void delete(Filter filter) {
        DeletePoints request =
                DeletePoints.newBuilder()
                        .setCollectionName(collection)
                        .setWait(true)
                        .setPoints(PointsSelector.newBuilder().setFilter(filter))
                        .build();
        calls.write(stubs -> stubs.points().delete(request));
    }
}
