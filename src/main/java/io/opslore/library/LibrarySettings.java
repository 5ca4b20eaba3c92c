package io.opslore.library;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param blobs the folder that holds original bytes
 */
@Validated
@ConfigurationProperties("opslore.library")
record LibrarySettings(@NotNull Path blobs) {}
