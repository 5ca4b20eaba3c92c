package io.opslore.assistant;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param passages how many passages are searched for a question
 * @param answerTokens the most tokens that a model's answer may have
 * @param drain how long a stop waits for answers that are under way
 * @param support when passages are enough for a model to be asked
 * @param quoting when a passage is enough to be quoted without a model: more is asked for, because
 *     no model reads it before the person does
 */
@Validated
@ConfigurationProperties("opslore.assistant")
record AssistantSettings(
        @DefaultValue("8") @Min(1) @Max(30) int passages,
        @DefaultValue("1024") @Min(64) @Max(8192) int answerTokens,
        @DefaultValue("30s") @NotNull @DurationMin(seconds = 0) @DurationMax(minutes = 10)
                Duration drain,
        @NotNull @Valid @NestedConfigurationProperty SupportRule support,
        @NotNull @Valid @NestedConfigurationProperty SupportRule quoting) {}
