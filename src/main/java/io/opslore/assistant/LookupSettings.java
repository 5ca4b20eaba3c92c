package io.opslore.assistant;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much may be looked up in live systems for one answer.
 *
 * @param calls of tools; 0 where answers come from documents alone
 * @param rounds how often the model is asked what else to look up
 * @param tools how many tools a model is told of: small ones choose badly among many
 * @param time until nothing more is begun
 */
@Validated
@ConfigurationProperties("opslore.assistant.lookups")
record LookupSettings(
        @DefaultValue("6") @Min(0) @Max(20) int calls,
        @DefaultValue("3") @Min(1) @Max(10) int rounds,
        @DefaultValue("8") @Min(1) @Max(40) int tools,
        @DefaultValue("60s") @NotNull @DurationMin(seconds = 1) @DurationMax(minutes = 10)
                Duration time) {}
