package io.opslore.backup.s3;

import io.opslore.backup.place.Place;
import io.opslore.library.s3.S3Settings;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/** What uploads of backups have left that were killed: nobody sees it, and it takes room. */
final class UnfinishedUploads {

    private static final Logger LOG = LoggerFactory.getLogger(UnfinishedUploads.class);

    private final S3Client client;
    private final S3Settings settings;

    UnfinishedUploads(S3Client client, S3Settings settings) {
        this.client = client;
        this.settings = settings;
    }

    /**
     * Ends those to which nothing has come since then. A store that does not let it is no fault.
     */
    void drop(Instant since) {
        try {
            client
                    .listMultipartUploadsPaginator(
                            list -> list.bucket(settings.bucket()).prefix(settings.prefix()))
                    .uploads()
                    .stream()
                    .filter(this::isBackup)
                    .filter(upload -> latest(upload).isBefore(since))
                    .forEach(this::abort);
        } catch (SdkException e) {
            LOG.warn(
                    "What killed uploads have left in {} could not be dropped: {}",
                    settings.place(),
                    e.getMessage());
        }
    }

    private boolean isBackup(MultipartUpload upload) {
        String name = upload.key().substring(settings.prefix().length());
        return name.endsWith(Place.ENDING) && name.indexOf('/') < 0;
    }

    private Instant latest(MultipartUpload upload) {
        return client
                .listPartsPaginator(list ->
                        list.bucket(settings.bucket())
                                .key(upload.key())
                                .uploadId(upload.uploadId()))
                .parts()
                .stream()
                .map(part -> part.lastModified())
                .reduce(upload.initiated(), (one, other) -> one.isAfter(other) ? one : other);
    }

    private void abort(MultipartUpload upload) {
        client.abortMultipartUpload(abort ->
                abort.bucket(settings.bucket()).key(upload.key()).uploadId(upload.uploadId()));
        LOG.info("Dropped what a killed upload of {} has left", upload.key());
    }
}
