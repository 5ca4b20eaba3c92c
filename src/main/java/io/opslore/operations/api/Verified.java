package io.opslore.operations.api;

import io.opslore.library.Difference;
import io.opslore.operations.VerificationReport;
import java.util.List;

/**
 * What was found to differ.
 *
 * @param remaining how many are left after what was repaired
 */
public record Verified(List<Found> differences, int remaining) {

    /**
     * @param kind in small letters, for instance {@code index missing}
     * @param state what became of it
     */
    public record Found(String kind, String subject, String detail, State state) {}

    /** What became of a difference. */
    public enum State {
        REPAIRED,
        REPAIRABLE,
        LASTING
    }

    /**
     * @param after what is left of it
     */
    public static Verified of(VerificationReport found, VerificationReport after) {
        return new Verified(
                found.differences().stream().map(one -> found(one, after)).toList(),
                after.differences().size());
    }

    private static Found found(Difference difference, VerificationReport after) {
        boolean left = after.differences().stream().anyMatch(difference::isSameAs);
        State unrepaired = difference.isRepairable() ? State.REPAIRABLE : State.LASTING;
        return new Found(
                difference.kind().words(),
                difference.subject(),
                difference.detail(),
                left ? unrepaired : State.REPAIRED);
    }
}
