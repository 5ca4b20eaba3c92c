package io.opslore.operations;

import io.opslore.schedules.Cadence;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * When the portal looks by itself whether its stores agree.
 *
 * @param schedule a cron expression with seconds, a pause, or {@code never}
 * @param everyByte whether it reads the content of all originals and of the index as well
 */
@Validated
@ConfigurationProperties("opslore.verify")
record VerifySettings(@NotNull String schedule, boolean everyByte) {

    @AssertTrue(message = "schedule must be a cron expression of six fields, a pause, or never")
    boolean isSchedule() {
        return Cadence.isValid(schedule);
    }
}
