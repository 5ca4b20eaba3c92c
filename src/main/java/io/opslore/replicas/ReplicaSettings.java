package io.opslore.replicas;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param idFile where a portal keeps the id that tells it from all others
 * @param heartbeat how often a portal says that it lives
 * @param lostAfter a portal that has said nothing for so long is taken for dead
 */
@Validated
@ConfigurationProperties("opslore.replicas")
record ReplicaSettings(
        @NotNull Path idFile,
        @NotNull @DurationMin(millis = 100) @DurationMax(seconds = 30) Duration heartbeat,
        @NotNull @DurationMin(seconds = 1) @DurationMax(minutes = 10) Duration lostAfter) {

    @AssertTrue(message = "lost-after must be four heartbeats or more")
    boolean isPatient() {
        return lostAfter.compareTo(heartbeat.multipliedBy(4)) >= 0;
    }
}
