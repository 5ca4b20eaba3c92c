package io.opslore.guard;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much of a limit somebody has used.
 *
 * @param value what is allowed, and why
 * @param freesAt when there will be more again; null where that is not a matter of time
 */
public record Standing(LimitValue value, long used, @Nullable Instant freesAt) {

    /** Between 0 and 1; 0 without a limit. */
    public double share() {
        Long allowed = value.amount();
        if (allowed == null) {
            return 0;
        }
        return used >= allowed ? 1 : used / (double) allowed;
    }

    /** What is left; {@link Long#MAX_VALUE} without a limit. */
    public long left() {
        Long allowed = value.amount();
        return allowed == null ? Long.MAX_VALUE : Math.max(0, allowed - used);
    }

    /** Why nothing more goes; empty while something does. */
    Optional<Refusal> refusal() {
        return left() > 0 ? Optional.empty() : refused();
    }

    /** Why it is too much already; empty while it is not. */
    Optional<Refusal> excess() {
        return refused().filter(refusal -> refusal.used() > refusal.allowed());
    }

    private Optional<Refusal> refused() {
        Long allowed = value.amount();
        return allowed == null
                ? Optional.empty()
                : Optional.of(new Refusal(value.limit(), used, allowed, freesAt));
    }
}
