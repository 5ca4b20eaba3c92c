package io.opslore.connections.git;

import java.util.List;

/**
 * Lines that fit a pattern.
 *
 * @param files how many were looked through
 * @param complete whether all files were
 */
public record CodeHits(List<CodeHit> hits, int files, boolean complete) {

    public CodeHits {
        hits = List.copyOf(hits);
    }
}
