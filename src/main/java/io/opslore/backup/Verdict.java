package io.opslore.backup;

/**
 * What looking at a backup has shown.
 *
 * @param fault what is wrong with it and where; empty if it can be restored
 * @param rows that were restored beside
 * @param originals that are there, wherever in the chain
 * @param lacking originals that were not whole in the store when it was made
 */
public record Verdict(String where, String fault, long rows, int originals, int lacking) {

    /** Whether it can be restored. */
    public boolean isGood() {
        return fault.isEmpty();
    }
}
