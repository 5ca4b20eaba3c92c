package io.opslore.audit;

import java.util.List;

/**
 * What came of walking the chain.
 *
 * @param rows how many there are
 * @param head the last row's number
 * @param headHash its hash: whoever notes both elsewhere can later prove that nothing before was
 *     written anew, by anybody
 * @param faults the first of them, in the chain's order
 * @param faulty how many there are in all
 */
public record ChainReport(
        long rows, long head, String headHash, List<ChainFault> faults, int faulty) {

    public ChainReport {
        faults = List.copyOf(faults);
    }

    /** Whether every row is as it was written, and where it was written, and none is missing. */
    public boolean isWhole() {
        return faulty == 0;
    }
}
