package io.opslore.identity;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How long access tokens are good.
 *
 * @param usual what is offered
 * @param longest the most that a person may choose
 */
@Validated
@ConfigurationProperties("opslore.identity.tokens")
public record TokenSettings(
        @NotNull @DurationMin(days = 1) Duration usual,
        @NotNull @DurationMin(days = 1) @DurationMax(days = 365) Duration longest) {}
