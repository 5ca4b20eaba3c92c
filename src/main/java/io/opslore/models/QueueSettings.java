package io.opslore.models;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The queue before the model server. Portals that share a database should have the same.
 *
 * @param concurrency how many requests the server has at one time, of all portals together
 * @param models how many different models they may be for
 * @param length how many requests of one portal may wait; more are refused
 * @param longestWait how long one waits before it is given up
 * @param switchAfter how long a request for one more model lets others pass
 */
@Validated
@ConfigurationProperties("opslore.models.queue")
record QueueSettings(
        @DefaultValue("4") @Min(1) @Max(256) int concurrency,
        @DefaultValue("2") @Min(1) @Max(32) int models,
        @DefaultValue("100") @Min(0) @Max(10_000) int length,
        @DefaultValue("10m") @DurationMin(millis = 10) @DurationMax(hours = 2) Duration longestWait,
        @DefaultValue("20s") @DurationMin(millis = 0) @DurationMax(minutes = 10)
                Duration switchAfter) {}
