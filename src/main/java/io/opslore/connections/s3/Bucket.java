package io.opslore.connections.s3;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectStorageClass;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The objects of one bucket below the connection's prefix; can do nothing but list and read them.
 * Thread-safe.
 */
public final class Bucket implements AutoCloseable {

    private static final int MOST_OBJECTS = 200_000;
    private static final Set<ObjectStorageClass> ARCHIVED =
            Set.of(ObjectStorageClass.GLACIER, ObjectStorageClass.DEEP_ARCHIVE);

    private final S3Client client;
    private final String name;
    private final String prefix;

    Bucket(S3Client client, String name, String prefix) {
        this.client = client;
        this.name = name;
        this.prefix = prefix;
    }

    /**
     * All there are, without those that only stand for folders.
     *
     * @throws ConnectionFailed also where there are more than are followed
     */
    public List<BucketObject> objects() {
        try {
            List<BucketObject> objects = new ArrayList<>();
            for (S3Object object :
                    client.listObjectsV2Paginator(list -> list.bucket(name).prefix(prefix))
                            .contents()) {
                if (!object.key().endsWith("/") && object.key().startsWith(prefix)) {
                    objects.add(object(object));
                }
                requireFew(objects.size());
            }
            return List.copyOf(objects);
        } catch (SdkException e) {
            throw BucketFailures.of(e);
        }
    }

    /**
     * The beginning of an object.
     *
     * @param path as {@link #objects} tells it
     */
    public byte[] read(String path, int most) {
        try (ResponseInputStream<GetObjectResponse> bytes = open(path, most)) {
            byte[] read = bytes.readNBytes(most);
            // What is left is not fetched either.
            bytes.abort();
            return read;
        } catch (SdkException e) {
            throw BucketFailures.of(e);
        } catch (IOException e) {
            throw BucketFailures.broken(e);
        }
    }

    /** What answers, in a few words. */
    String greeting() {
        try {
            ListObjectsV2Response first =
                    client.listObjectsV2(list -> list.bucket(name).prefix(prefix));
            boolean more = Boolean.TRUE.equals(first.isTruncated());
            return "%s%d objects".formatted(more ? "more than " : "", first.contents().size());
        } catch (SdkException e) {
            throw BucketFailures.of(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private ResponseInputStream<GetObjectResponse> open(String path, int most) {
        return client.getObject(
                get -> get.bucket(name).key(prefix + path).range("bytes=0-" + (most - 1)));
    }

    private BucketObject object(S3Object object) {
        return new BucketObject(
                object.key().substring(prefix.length()),
                object.eTag().replace("\"", ""),
                object.size(),
                object.lastModified(),
                !ARCHIVED.contains(object.storageClass()));
    }

    private static void requireFew(int count) {
        if (count > MOST_OBJECTS) {
            throw new ConnectionFailed(
                    Reason.TOO_WIDE,
                    "There are more than " + MOST_OBJECTS + " objects.",
                    "Name a prefix further down in the connection.");
        }
    }
}
