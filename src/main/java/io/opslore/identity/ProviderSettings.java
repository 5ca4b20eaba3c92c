package io.opslore.identity;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param allowHttp whether an issuer on another machine may be reached without TLS
 * @param discovery how long what a provider says of itself is remembered
 * @param clockSkew how far the provider's clock may be off
 * @param timeout how long to wait for a provider's answer
 */
@Validated
@ConfigurationProperties("opslore.identity.provider")
record ProviderSettings(
        boolean allowHttp,
        @NotNull @DurationMin(seconds = 1) @DurationMax(days = 1) Duration discovery,
        @NotNull @DurationMin(seconds = 0) @DurationMax(minutes = 5) Duration clockSkew,
        @NotNull @DurationMin(seconds = 1) @DurationMax(minutes = 1) Duration timeout) {}
