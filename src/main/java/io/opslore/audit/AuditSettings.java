package io.opslore.audit;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param retention how long a line is kept; zero for ever
 * @param questionText whether the record of a question says what was asked
 */
@Validated
@ConfigurationProperties("opslore.audit")
public record AuditSettings(@NotNull Duration retention, boolean questionText) {

    private static final Duration SHORTEST = Duration.ofDays(30);

    @AssertTrue(message = "must be 0 or at least 30d")
    boolean isRetentionLongEnough() {
        return retention.isZero() || retention.compareTo(SHORTEST) >= 0;
    }

    /** Whether lines go at all. */
    public boolean expires() {
        return !retention.isZero();
    }
}
