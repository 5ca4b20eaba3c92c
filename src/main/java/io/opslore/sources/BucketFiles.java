package io.opslore.sources;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.connections.s3.Bucket;
import io.opslore.connections.s3.BucketObject;
import io.opslore.connections.s3.Buckets;
import io.opslore.ingest.FollowedFiles;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Objects of a bucket, as they are listed; only those that have changed are read. Thread-safe. */
@Component
class BucketFiles implements SourceKind {

    private final Buckets buckets;
    private final FollowedFiles followed;

    BucketFiles(Buckets buckets, FollowedFiles followed) {
        this.buckets = buckets;
        this.followed = followed;
    }

    @Override
    public String key() {
        return "s3";
    }

    @Override
    public Set<String> connections() {
        return Set.of(Buckets.KIND);
    }

    /** Its connection says all there is to say. */
    @Override
    public void check(Source source, Connection connection) {}

    @Override
    public Snapshot take(Source source, Connection connection) {
        Bucket bucket = buckets.open(connection);
        try {
            return snapshot(bucket);
        } catch (RuntimeException e) {
            bucket.close();
            throw e;
        }
    }

    /** A wrong prefix looks like an empty bucket. */
    private Snapshot snapshot(Bucket bucket) {
        List<BucketObject> objects = bucket.objects();
        if (objects.isEmpty()) {
            throw new ConnectionFailed(
                    Reason.NOT_FOUND,
                    "There is no object below the prefix.",
                    "Check bucket and prefix. Until there is one its documents stay.");
        }
        return new BucketSnapshot(bucket, objects, Math.toIntExact(followed.mostBytes()));
    }

    private static ListedSnapshot.Listed listed(BucketObject object) {
        return new ListedSnapshot.Listed(
                new Snapshot.File(object.path(), blob(object), object.bytes()), object.modified());
    }

    private static String blob(BucketObject object) {
        return object.tag() + "-" + object.bytes() + (object.readable() ? "" : "-archived");
    }

    private static final class BucketSnapshot extends ListedSnapshot {

        private final Bucket bucket;
        private final Set<String> archived;

        BucketSnapshot(Bucket bucket, List<BucketObject> objects, int most) {
            super(Buckets.KIND, objects.stream().map(BucketFiles::listed).toList(), most);
            this.bucket = bucket;
            archived =
                    objects.stream()
                            .filter(one -> !one.readable())
                            .map(BucketObject::path)
                            .collect(Collectors.toSet());
        }

        @Override
        public byte[] head(File file, int most) {
            if (archived.contains(file.path())) {
                throw new ConnectionFailed(
                        Reason.UNSUPPORTED,
                        "An object is archived.",
                        "Bring it back at the server if it shall come in.");
            }
            return file.size() == 0 ? new byte[0] : bucket.read(file.path(), most);
        }

        @Override
        public void close() {
            bucket.close();
        }
    }
}
