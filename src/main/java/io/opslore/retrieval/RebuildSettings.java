package io.opslore.retrieval;

import io.opslore.schedules.Cadence;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * When the index is built anew by itself.
 *
 * @param schedule a cron expression with seconds, a pause, or {@code never}
 */
@Validated
@ConfigurationProperties("opslore.retrieval.rebuild")
record RebuildSettings(@NotNull String schedule) {

    @AssertTrue(message = "schedule must be a cron expression of six fields, a pause, or never")
    boolean isSchedule() {
        return Cadence.isValid(schedule);
    }
}
