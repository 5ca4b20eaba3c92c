package io.opslore.library;

import io.opslore.library.s3.S3Blobs;
import io.opslore.library.s3.S3Settings;
import io.opslore.outbound.Certificates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The stores of original bytes that the settings describe, and the one that is in use. */
@Configuration(proxyBeanMethods = false)
class BlobStores {

    private final LibrarySettings settings;
    private final S3Settings s3;
    private final Certificates certificates;

    BlobStores(LibrarySettings settings, S3Settings s3, Certificates certificates) {
        this.settings = settings;
        this.s3 = s3;
        this.certificates = certificates;
    }

    /** What knows S3 is looked at only where it is in use: it would cost every start its time. */
    Blobs open(BlobStore store) {
        return switch (store) {
            case FILES -> new FileBlobs(settings.blobs());
            case S3 ->
                    S3Blobs.open(
                            s3, certificates.of(s3.sslBundle(), "opslore.library.s3.ssl-bundle"));
        };
    }

    @Bean
    Blobs blobs() {
        return open(settings.store());
    }

    /** Where a store is, for people. */
    String place(BlobStore store) {
        return switch (store) {
            case FILES -> "the folder " + settings.blobs();
            case S3 -> "the S3 " + s3.place();
        };
    }
}
