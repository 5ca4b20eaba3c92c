package io.opslore.library.s3;

import io.opslore.library.Blobs;
import io.opslore.library.Sha256;
import io.opslore.library.Spool;
import io.opslore.outbound.Tls;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Blobs as objects of one bucket, under a prefix and the first two digits of the hash. What comes
 * in waits in a folder of this machine until its hash is known.
 */
public final class S3Blobs implements Blobs, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(S3Blobs.class);
    private static final long PART_SIZE = 64L << 20;

    private final S3Client client;
    private final S3Settings settings;
    private final S3Upload upload;
    private final Spool spool;

    /** Throws {@link S3Unusable} unless the bucket is there and lets itself be listed. */
    public static S3Blobs open(S3Settings settings, Optional<Tls> tls) {
        return open(settings, tls, PART_SIZE);
    }

    static S3Blobs open(S3Settings settings, Optional<Tls> tls, long partSize) {
        var blobs = new S3Blobs(S3Connection.open(settings, tls), settings, partSize);
        blobs.clean();
        return blobs;
    }

    private S3Blobs(S3Client client, S3Settings settings, long partSize) {
        this.client = client;
        this.settings = settings;
        upload = new S3Upload(client, settings, partSize);
        spool = new Spool(settings.incoming());
    }

    private void clean() {
        try {
            int aborted = upload.abortAbandoned(Instant.now());
            if (aborted > 0) {
                log.info("{} uploads to S3 ended that were never finished", aborted);
            }
        } catch (SdkException e) {
            log.warn("Unfinished uploads to S3 could not be looked for: {}", e.toString());
        }
    }

    @Override
    public Incoming receive(InputStream bytes) throws IOException {
        Spool.Spooled spooled = spool.take(bytes);
        return new IncomingObject(spooled.blob(), spooled.file());
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        String key = key(sha256);
        try {
            return new ObjectBytes(client.getObject(get -> get.bucket(settings.bucket()).key(key)));
        } catch (SdkException e) {
            throw S3Failure.of(e, key);
        }
    }

    @Override
    public List<Held> held() throws IOException {
        try {
            List<Held> held = new ArrayList<>();
            for (S3Object object :
                    client.listObjectsV2Paginator(list ->
                                    list.bucket(settings.bucket()).prefix(settings.prefix()))
                            .contents()) {
                String name = object.key().substring(object.key().lastIndexOf('/') + 1);
                if (Sha256.isOne(name) && object.key().equals(key(name))) {
                    held.add(new Held(name, object.size()));
                }
            }
            return held;
        } catch (SdkException e) {
            throw S3Failure.of(e, "listing");
        }
    }

    @Override
    public void delete(String sha256) throws IOException {
        String key = key(sha256);
        try {
            client.deleteObject(delete -> delete.bucket(settings.bucket()).key(key));
        } catch (SdkException e) {
            if (!S3Failure.isAbsent(e)) {
                throw S3Failure.of(e, key);
            }
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private String key(String sha256) {
        Sha256.require(sha256);
        return settings.prefix() + sha256.substring(0, 2) + "/" + sha256;
    }

    private boolean isStored(String key, long size) {
        try {
            return client.headObject(head -> head.bucket(settings.bucket()).key(key))
                            .contentLength()
                    == size;
        } catch (SdkException e) {
            if (S3Failure.isAbsent(e)) {
                return false;
            }
            throw e;
        }
    }

    private final class IncomingObject implements Incoming {

        private final Blob blob;
        private final Path file;

        IncomingObject(Blob blob, Path file) {
            this.blob = blob;
            this.file = file;
        }

        @Override
        public Blob blob() {
            return blob;
        }

        @Override
        public void store() throws IOException {
            String key = key(blob.sha256());
            try {
                if (!isStored(key, blob.size())) {
                    upload.run(key, file, blob);
                }
            } catch (SdkException e) {
                throw S3Failure.of(e, key);
            }
        }

        @Override
        public void close() throws IOException {
            spool.drop(file);
        }
    }
}
