package io.opslore.identity;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How long a sign-in holds.
 *
 * @param idle without anything being done
 * @param lifetime in all
 */
@Validated
@ConfigurationProperties("opslore.identity.sessions")
public record SessionSettings(
        @NotNull @DurationMin(minutes = 1) @DurationMax(days = 30) Duration idle,
        @NotNull @DurationMin(minutes = 1) @DurationMax(days = 90) Duration lifetime) {}
