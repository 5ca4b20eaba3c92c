package io.opslore.retrieval;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the model server embeds, where it does.
 *
 * @param queryPrefix what a question begins with, when a model is chosen; null for what the model
 *     is known to want
 * @param passagePrefix the same of what is searched
 * @param questionLimit how long a question's vector may take; after that it is searched by words
 * @param passagesLimit how long four passages may take, loading the model included
 * @param keepAlive how long the model stays loaded after each request
 */
@Validated
@ConfigurationProperties("opslore.embedding")
record EmbeddingSettings(
        @Nullable String queryPrefix,
        @Nullable String passagePrefix,
        @DefaultValue("10s") @NotNull @DurationMin(millis = 10) @DurationMax(minutes = 5)
                Duration questionLimit,
        @DefaultValue("5m") @NotNull @DurationMin(millis = 10) @DurationMax(minutes = 30)
                Duration passagesLimit,
        @DefaultValue("30m") @NotNull @DurationMin(seconds = 0) @DurationMax(days = 7)
                Duration keepAlive) {

    String queryPrefix(KnownEmbedder known) {
        return Optional.ofNullable(queryPrefix).orElse(known.queryPrefix());
    }

    String passagePrefix(KnownEmbedder known) {
        return Optional.ofNullable(passagePrefix).orElse(known.passagePrefix());
    }
}
