package io.opslore.backup.s3;

import io.opslore.backup.place.Place;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** An object that comes in parts, and is seen when they are put together. */
final class OutgoingObject extends Place.Outgoing {

    /** Grows with the object: a bucket takes 10,000 parts, which are 5 TB then. */
    private static final int SMALLEST = 8 << 20;

    private static final int LARGEST = 512 << 20;
    private static final int GROWS_EVERY = 1_000;

    private final S3Client client;
    private final String bucket;
    private final String key;
    private final String upload;
    private final List<CompletedPart> parts = new ArrayList<>();
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream(SMALLEST);
    private boolean over;

    OutgoingObject(S3Client client, String bucket, String key) {
        this.client = client;
        this.bucket = bucket;
        this.key = key;
        upload =
                client.createMultipartUpload(create ->
                                create.bucket(bucket)
                                        .key(key)
                                        .contentType("application/octet-stream"))
                        .uploadId();
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] many, int from, int length) throws IOException {
        waiting.write(many, from, length);
        if (waiting.size() >= size()) {
            send();
        }
    }

    @Override
    public void commit() throws IOException {
        if (waiting.size() > 0 || parts.isEmpty()) {
            send();
        }
        try {
            client.completeMultipartUpload(complete ->
                    complete.bucket(bucket)
                            .key(key)
                            .uploadId(upload)
                            .multipartUpload(all -> all.parts(parts)));
            over = true;
        } catch (SdkException e) {
            throw BucketPlace.failed(key, e);
        }
    }

    @Override
    public void close() {
        if (!over) {
            over = true;
            try {
                client.abortMultipartUpload(
                        abort -> abort.bucket(bucket).key(key).uploadId(upload));
            } catch (SdkException e) {
                // The store is away; the parts are seen by nobody.
            }
        }
    }

    private int size() {
        return (int) Math.min(LARGEST, (long) SMALLEST << Math.min(6, parts.size() / GROWS_EVERY));
    }

    private void send() throws IOException {
        int number = parts.size() + 1;
        try {
            String tag =
                    client.uploadPart(
                                    part ->
                                            part.bucket(bucket)
                                                    .key(key)
                                                    .uploadId(upload)
                                                    .partNumber(number),
                                    RequestBody.fromBytes(waiting.toByteArray()))
                            .eTag();
            parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
            waiting.reset();
        } catch (SdkException e) {
            throw BucketPlace.failed(key, e);
        }
    }
}
