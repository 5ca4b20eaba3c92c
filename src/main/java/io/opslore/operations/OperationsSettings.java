package io.opslore.operations;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param data the folder that holds everything that must survive; one portal at a time may use it
 */
@Validated
@ConfigurationProperties("opslore")
record OperationsSettings(@NotNull Path data) {}
