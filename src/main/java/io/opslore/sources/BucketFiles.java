package io.opslore.sources;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.connections.s3.Bucket;
import io.opslore.connections.s3.BucketObject;
import io.opslore.connections.s3.Buckets;
import io.opslore.ingest.FollowedFiles;
import io.opslore.library.Provenance;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        Map<String, BucketObject> byPath =
                objects.stream().collect(Collectors.toMap(BucketObject::path, one -> one));
        List<Snapshot.File> files =
                objects.stream()
                        .map(one -> new Snapshot.File(one.path(), blob(one), one.bytes()))
                        .toList();
        int most = Math.toIntExact(followed.mostBytes());
        return new BucketSnapshot(bucket, byPath, files, SnapshotVersion.of(files), most);
    }

    private static String blob(BucketObject object) {
        return object.tag() + "-" + object.bytes() + (object.readable() ? "" : "-archived");
    }

    /** One listing. */
    private record BucketSnapshot(
            Bucket bucket,
            Map<String, BucketObject> byPath,
            List<File> files,
            String version,
            int most)
            implements Snapshot {

        @Override
        public byte[] bytes(File file) {
            return Bytes.within(most, head(file, most + 1));
        }

        @Override
        public byte[] head(File file, int most) {
            BucketObject object = byPath.get(file.path());
            if (object != null && !object.readable()) {
                throw new ConnectionFailed(
                        Reason.UNSUPPORTED,
                        "An object is archived.",
                        "Bring it back at the server if it shall come in.");
            }
            return file.size() == 0 ? new byte[0] : bucket.read(file.path(), most);
        }

        @Override
        public Map<String, Provenance> changed(Collection<String> paths) {
            return paths.stream()
                    .collect(Collectors.toMap(path -> path, this::provenance, (one, same) -> one));
        }

        private Provenance provenance(String path) {
            return new Provenance(
                    "", Objects.requireNonNull(byPath.get(path)).modified(), "s3:" + version);
        }

        @Override
        public void close() {
            bucket.close();
        }
    }
}
