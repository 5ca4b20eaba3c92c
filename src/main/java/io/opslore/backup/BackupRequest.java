package io.opslore.backup;

import org.jspecify.annotations.Nullable;

/**
 * A backup that somebody asks for by hand.
 *
 * @param target a file, folder or {@code s3://…}; null for the target of the settings
 * @param incremental whether it may build on the newest that is there
 * @param passwordFile null for that of the settings, empty for no encryption
 * @param key whether the portal's secret key goes along though it is not encrypted
 */
public record BackupRequest(
        @Nullable String target, boolean incremental, @Nullable String passwordFile, boolean key) {

    /** To the target of the settings, in the way of the settings. */
    public static final BackupRequest AS_SET = new BackupRequest(null, true, null, false);
}
