package io.opslore.backup;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A backup that was made.
 *
 * @param where for people
 * @param rows of all tables
 * @param originals how many original files are in it
 * @param elsewhere how many are in backups that it builds on
 * @param lacking how many the store could not give, or gave with other bytes
 * @param base what it builds on, if anything
 * @param sealed whether it is encrypted
 * @param key whether the portal's secret key is in it
 */
public record Made(
        UUID id,
        String where,
        String name,
        Instant at,
        long bytes,
        long rows,
        int originals,
        int elsewhere,
        int lacking,
        @Nullable String base,
        boolean sealed,
        boolean key) {}
