package io.opslore.schedules;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param atOnce how many jobs one portal runs at the same time
 * @param poll how often due jobs are looked for
 * @param heartbeat how often running jobs are confirmed; one without four in a row is begun anew by
 *     another portal
 * @param keepRuns how many runs of each job are kept
 */
@Validated
@ConfigurationProperties("opslore.schedules")
record ScheduleSettings(
        @Min(1) @Max(20) int atOnce,
        @NotNull @DurationMin(millis = 100) @DurationMax(minutes = 5) Duration poll,
        @NotNull @DurationMin(millis = 100) @DurationMax(minutes = 5) Duration heartbeat,
        @Min(1) @Max(1000) int keepRuns) {}
