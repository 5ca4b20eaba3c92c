package io.opslore.backup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A backup file that lies in the target.
 *
 * @param where its whole address
 * @param known null for one that another portal has put there
 */
public record Backup(
        String name, String where, long bytes, Instant at, @Nullable Remembered known) {}
