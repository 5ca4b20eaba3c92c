package io.opslore.models;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param metricsUrl the metrics of a DCGM exporter; empty to ask {@code command} instead
 * @param command the program that tells where the portal runs beside the cards
 * @param every how long after one look the next is taken
 * @param memoryAlert from how much memory in use on, in percent, there is an alert
 * @param temperatureAlert from which temperature on, in degrees Celsius
 * @param alertAfter when it has been so for so long
 */
@Validated
@ConfigurationProperties("opslore.models.gpu")
public record GpuSettings(
        @DefaultValue("")
                @NotNull
                @Pattern(regexp = "|https?://[^/\\s]+.*", message = "must be an http(s) address")
                String metricsUrl,
        @DefaultValue("nvidia-smi") @NotBlank String command,
        @DefaultValue("10s") @DurationMin(seconds = 1) @DurationMax(minutes = 10) Duration every,
        @DefaultValue("97") @DecimalMin("1") @DecimalMax("100") double memoryAlert,
        @DefaultValue("85") @DecimalMin("1") @DecimalMax("150") double temperatureAlert,
        @DefaultValue("2m") @DurationMin(millis = 0) @DurationMax(hours = 12)
                Duration alertAfter) {}
