package io.opslore.operations;

import io.opslore.library.Difference;
import java.time.Instant;
import java.util.List;

/**
 * What one look at all stores has found.
 *
 * @param at when it ended
 * @param everyByte whether contents were read as well
 */
public record VerificationReport(Instant at, boolean everyByte, List<Difference> differences) {

    public VerificationReport {
        differences = List.copyOf(differences);
    }

    /** Whether all stores agree. */
    public boolean isClean() {
        return differences.isEmpty();
    }

    /** How many differences the portal can put right by itself. */
    public long repairable() {
        return differences.stream().filter(Difference::isRepairable).count();
    }
}
