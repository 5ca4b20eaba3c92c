package io.opslore.connections.git;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which commits are meant, newest first.
 *
 * @param from this one and those before it
 * @param path only those that changed it; a file is followed through renames; empty for any
 * @param since none that is older; null for any
 * @param until none that is newer; null for any
 * @param skip how many of these to leave out
 * @param most how many of them
 */
public record LogQuery(
        CommitId from,
        String path,
        @Nullable Instant since,
        @Nullable Instant until,
        int skip,
        int most) {}
