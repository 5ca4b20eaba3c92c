package io.opslore.guard;

import org.jspecify.annotations.Nullable;

/**
 * What is set for a limit, and for whom.
 *
 * @param amount null for no limit
 */
public record LimitValue(Limit limit, @Nullable Long amount, LimitHolder holder) {

    /** Whether it allows more than the other. */
    boolean isMoreGenerousThan(LimitValue other) {
        if (amount == null || other.amount == null) {
            return amount == null && other.amount != null;
        }
        return amount > other.amount;
    }
}
