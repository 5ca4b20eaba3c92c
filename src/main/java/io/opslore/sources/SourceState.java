package io.opslore.sources;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a source's sync stands.
 *
 * @param running whether some portal is at it
 * @param waiting whether one was asked for and has not begun
 * @param done files that are dealt with, of the total
 * @param total 0 while it is not known
 * @param nextAt when the clock has its next turn
 * @param reached the version that all documents are of; empty before the first sync ended
 * @param last how the last one ended that reached its end
 * @param fault why the last one did not
 * @param hooked whether its webhook has a secret
 */
public record SourceState(
        boolean running,
        boolean waiting,
        int done,
        int total,
        @Nullable Instant nextAt,
        String reached,
        @Nullable SyncResult last,
        @Nullable SyncFault fault,
        boolean hooked) {}
