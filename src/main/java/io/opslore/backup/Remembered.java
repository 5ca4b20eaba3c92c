package io.opslore.backup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What this portal knows of a backup file.
 *
 * @param base what it builds on; null if it stands alone
 * @param lacking how many originals the store could not give whole
 * @param verifiedAt null if it never was
 * @param fault what was found to be wrong; empty if nothing was
 */
public record Remembered(
        String name,
        Instant madeAt,
        String madeBy,
        @Nullable String base,
        boolean sealed,
        boolean key,
        int lacking,
        @Nullable Instant verifiedAt,
        String fault) {}
