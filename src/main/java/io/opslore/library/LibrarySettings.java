package io.opslore.library;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param store where original bytes are kept
 * @param blobs the folder of {@link BlobStore#FILES}
 * @param binRetention how long a document can be brought back from the bin
 * @param purgeEvery how often the bin is looked through for documents whose time is up
 * @param snapshotRetention how long what was looked up or pasted is kept when nothing cites it
 */
@Validated
@ConfigurationProperties("opslore.library")
record LibrarySettings(
        @NotNull BlobStore store,
        @NotNull Path blobs,
        @NotNull @DurationMin(hours = 1) @DurationMax(days = 3650) Duration binRetention,
        @NotNull @DurationMin(minutes = 1) @DurationMax(days = 1) Duration purgeEvery,
        @NotNull @DurationMin(hours = 1) @DurationMax(days = 3650) Duration snapshotRetention) {}
