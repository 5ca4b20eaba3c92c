package io.opslore.backup.s3;

import io.opslore.backup.place.Place;
import io.opslore.library.s3.S3Connection;
import io.opslore.library.s3.S3Settings;
import io.opslore.outbound.Tls;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Backup files as objects under one prefix, each there when its last request was answered. */
public final class BucketPlace implements Place {

    private final S3Client client;
    private final S3Settings settings;

    private BucketPlace(S3Client client, S3Settings settings) {
        this.client = client;
        this.settings = settings;
    }

    /** Throws {@link io.opslore.library.s3.S3Unusable} unless the bucket lets itself be listed. */
    public static BucketPlace open(S3Settings settings, Optional<Tls> tls) {
        return new BucketPlace(S3Connection.open(settings, tls), settings);
    }

    @Override
    public String describe(String name) {
        return "s3://" + settings.bucket() + "/" + key(name);
    }

    @Override
    public List<Stored> list() throws IOException {
        try {
            List<Stored> stored = new ArrayList<>();
            for (S3Object object :
                    client.listObjectsV2Paginator(list ->
                                    list.bucket(settings.bucket())
                                            .prefix(settings.prefix())
                                            .delimiter("/"))
                            .contents()) {
                String name = object.key().substring(settings.prefix().length());
                if (name.endsWith(ENDING)) {
                    stored.add(new Stored(name, object.size(), object.lastModified()));
                }
            }
            return stored;
        } catch (SdkException e) {
            throw failed(settings.prefix(), e);
        }
    }

    @Override
    public InputStream open(String name) throws IOException {
        try {
            var object = client.getObject(get -> get.bucket(settings.bucket()).key(key(name)));
            return new FilterInputStream(object) {
                @Override
                public void close() {
                    // Closing it would read to the end of what may be gigabytes.
                    object.abort();
                }
            };
        } catch (NoSuchKeyException e) {
            throw new NoSuchFileException(describe(name));
        } catch (SdkException e) {
            throw failed(name, e);
        }
    }

    @Override
    public Outgoing write(String name) throws IOException {
        new UnfinishedUploads(client, settings).drop(Instant.now().minus(ABANDONED));
        try {
            return new OutgoingObject(client, settings.bucket(), key(name));
        } catch (SdkException e) {
            throw failed(name, e);
        }
    }

    @Override
    public void delete(String name) throws IOException {
        try {
            client.deleteObject(delete -> delete.bucket(settings.bucket()).key(key(name)));
        } catch (SdkException e) {
            throw failed(name, e);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    static IOException failed(String what, SdkException cause) {
        return new IOException("The S3 store failed: " + what + ": " + cause.getMessage(), cause);
    }

    private String key(String name) {
        return settings.prefix() + name;
    }
}
