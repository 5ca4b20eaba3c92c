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
 * When a model server that fails is left alone.
 *
 * @param failures after how many failures, one behind the other
 * @param pause for how long, until one request tries it again
 */
@Validated
@ConfigurationProperties("opslore.models.breaker")
record BreakerSettings(
        @DefaultValue("3") @Min(1) @Max(100) int failures,
        @DefaultValue("30s") @DurationMin(millis = 10) @DurationMax(hours = 1) Duration pause) {}
