package io.opslore.backup.restore;

import io.opslore.backup.Progress;
import org.jspecify.annotations.Nullable;

/**
 * A backup that is to become what this portal holds. Registered as a bean before the portal starts.
 *
 * @param source the backup's address
 * @param password null for that of the settings
 * @param replace whether what is there may go
 */
public record RestoreOrder(
        String source, @Nullable String password, boolean replace, Progress progress) {}
