package io.opslore.models;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param baseUrl where Ollama answers
 * @param chatModel the general model, whatever an admin says; empty to leave that to them
 * @param contextTokens the window of tasks that nobody has set up
 * @param temperature how freely the models of such tasks choose their words
 * @param think whether reasoning models may think first at such tasks
 * @param lookEvery how long after one look at the server the next is taken
 * @param sslBundle what the server is known by; empty for what Java trusts
 */
@Validated
@ConfigurationProperties("opslore.models")
public record ModelsSettings(
        @DefaultValue("http://localhost:11434")
                @NotNull
                @Pattern(regexp = "https?://[^/\\s]+.*", message = "must be an http(s) address")
                String baseUrl,
        @DefaultValue("") @NotNull String chatModel,
        @DefaultValue("8192") @Min(2048) @Max(1_048_576) int contextTokens,
        @DefaultValue("0.1") @DecimalMin("0") @DecimalMax("2") double temperature,
        @DefaultValue("false") boolean think,
        @DefaultValue("3s") @DurationMin(millis = 50) @DurationMax(seconds = 5) Duration lookEvery,
        @DefaultValue @Valid Limits limits,
        @DefaultValue("") @NotNull String sslBundle) {

    public ModelsSettings {
        baseUrl = baseUrl.replaceAll("/+$", "");
        chatModel = chatModel.strip();
    }

    /**
     * How long is waited.
     *
     * @param connect for the connection
     * @param look for the list of models
     * @param firstToken for the first word: a cold model is loaded for minutes
     * @param betweenTokens from one word to the next
     * @param whole for the answer in all
     */
    public record Limits(
            @DefaultValue("2s") @DurationMin(millis = 10) Duration connect,
            @DefaultValue("4s") @DurationMin(millis = 10) @DurationMax(seconds = 5) Duration look,
            @DefaultValue("5m") @DurationMin(millis = 10) Duration firstToken,
            @DefaultValue("60s") @DurationMin(millis = 10) Duration betweenTokens,
            @DefaultValue("20m") @DurationMin(millis = 10) Duration whole) {}
}
