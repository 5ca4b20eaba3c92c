package io.opslore.connections.git;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How Git repositories are mirrored.
 *
 * @param folder where; can be deleted while the portal is down, and is made anew
 * @param freshFor how long what was fetched is read without asking the server again
 * @param patience how long somebody who asks waits for a mirror; it goes on behind them
 * @param whole the longest time of one request to the server with its answer
 * @param maxAnswer larger answers are broken off
 */
@Validated
@ConfigurationProperties("opslore.connections.git")
record GitSettings(
        @NotNull Path folder,
        @DefaultValue("1m") @NotNull @DurationMin(seconds = 0) @DurationMax(days = 1)
                Duration freshFor,
        @DefaultValue("20s") @NotNull @DurationMin(millis = 100) @DurationMax(minutes = 5)
                Duration patience,
        @DefaultValue("15m") @NotNull @DurationMin(seconds = 1) @DurationMax(hours = 6)
                Duration whole,
        @DefaultValue("2GB") @NotNull DataSize maxAnswer) {}
