package io.opslore.sources;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How sources are followed.
 *
 * @param poll how often due syncs are looked for
 * @param hold a sync that was not heard of for so long was killed, and another goes on
 * @param settle so long after the first webhook a sync begins, for those that follow it
 * @param atOnce how many syncs one portal has in hand
 */
@Validated
@ConfigurationProperties("opslore.sources")
record SourcesSettings(
        @NotNull @DurationMin(millis = 100) @DurationMax(minutes = 1) Duration poll,
        @NotNull @DurationMin(seconds = 5) @DurationMax(minutes = 30) Duration hold,
        @NotNull @DurationMax(minutes = 1) Duration settle,
        @Min(1) @Max(16) int atOnce) {}
