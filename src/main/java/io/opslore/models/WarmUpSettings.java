package io.opslore.models;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.validation.annotation.Validated;

/**
 * When the models that are kept warm are brought into memory.
 *
 * @param onStart when the portal first sees the model server
 * @param schedule at these times as well: a cron expression with seconds; empty for never
 */
@Validated
@ConfigurationProperties("opslore.models.warm-up")
record WarmUpSettings(
        @DefaultValue("true") boolean onStart, @DefaultValue("") @NotNull String schedule) {

    WarmUpSettings {
        schedule = schedule.strip();
    }

    @AssertTrue(
            message =
                    "schedule must be a cron expression of six fields, such as \"0 30 7 * * MON-FRI\"")
    boolean isSchedule() {
        return schedule.isEmpty() || CronExpression.isValidExpression(schedule);
    }
}
