package io.opslore.library.s3;

import io.opslore.library.Blobs.Blob;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/**
 * Brings one file into the bucket. It is there when the last request was answered, and not at all
 * before. Thread-safe.
 */
final class S3Upload {

    /** An upload of several parts that is as old as this has been left behind. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private static final String TYPE = "application/octet-stream";

    private final S3Client client;
    private final S3Settings settings;
    private final long partSize;

    /**
     * @param partSize larger files go in parts of this size
     */
    S3Upload(S3Client client, S3Settings settings, long partSize) {
        this.client = client;
        this.settings = settings;
        this.partSize = partSize;
    }

    void run(String key, Path file, Blob blob) throws IOException {
        if (blob.size() <= partSize) {
            whole(key, file, blob);
        } else {
            inParts(key, file, blob.size());
        }
    }

    /** The server holds the bytes against their address before it takes them. */
    private void whole(String key, Path file, Blob blob) {
        String checksum =
                Base64.getEncoder().encodeToString(HexFormat.of().parseHex(blob.sha256()));
        client.putObject(
                put -> {
                    put.bucket(settings.bucket()).key(key).contentType(TYPE);
                    put.checksumSHA256(checksum);
                    put.serverSideEncryption(encryption()).ssekmsKeyId(kmsKey());
                },
                RequestBody.fromFile(file));
    }

    private void inParts(String key, Path file, long size) throws IOException {
        String upload =
                client.createMultipartUpload(
                                create -> {
                                    create.bucket(settings.bucket()).key(key).contentType(TYPE);
                                    create.serverSideEncryption(encryption()).ssekmsKeyId(kmsKey());
                                })
                        .uploadId();
        try {
            List<CompletedPart> parts = new ArrayList<>();
            for (long from = 0; from < size; from += partSize) {
                parts.add(part(key, upload, parts.size() + 1, slice(file, from, size)));
            }
            client.completeMultipartUpload(complete ->
                    complete.bucket(settings.bucket())
                            .key(key)
                            .uploadId(upload)
                            .multipartUpload(all -> all.parts(parts)));
        } catch (SdkException | UncheckedIOException e) {
            abort(key, upload);
            throw e;
        }
    }

    private CompletedPart part(String key, String upload, int number, RequestBody bytes) {
        String tag =
                client.uploadPart(
                                part ->
                                        part.bucket(settings.bucket())
                                                .key(key)
                                                .uploadId(upload)
                                                .partNumber(number),
                                bytes)
                        .eTag();
        return CompletedPart.builder().partNumber(number).eTag(tag).build();
    }

    /** May be read again, for another attempt. */
    private RequestBody slice(Path file, long from, long size) {
        return RequestBody.fromContentProvider(
                () -> open(file, from), Math.min(partSize, size - from), TYPE);
    }

    private static InputStream open(Path file, long from) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            channel.position(from);
            return Channels.newInputStream(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void abort(String key, String upload) {
        try {
            client.abortMultipartUpload(
                    abort -> abort.bucket(settings.bucket()).key(key).uploadId(upload));
        } catch (SdkException e) {
            // The store is away; what is left there goes with abortAbandoned.
        }
    }

    /** Parts cost room and are seen by nobody. */
    int abortAbandoned(Instant now) {
        int aborted = 0;
        for (MultipartUpload left :
                client.listMultipartUploadsPaginator(
                                list -> list.bucket(settings.bucket()).prefix(settings.prefix()))
                        .uploads()) {
            if (left.initiated().isBefore(now.minus(ABANDONED))) {
                abort(left.key(), left.uploadId());
                aborted++;
            }
        }
        return aborted;
    }

    @SuppressWarnings("NullAway") // The SDK leaves out what is null.
    private ServerSideEncryption encryption() {
        return switch (settings.encryption()) {
            case NONE -> null;
            case AES256 -> ServerSideEncryption.AES256;
            case KMS -> ServerSideEncryption.AWS_KMS;
        };
    }

    @SuppressWarnings("NullAway") // The SDK leaves out what is null.
    private String kmsKey() {
        return settings.kmsKey().isEmpty() ? null : settings.kmsKey();
    }
}
