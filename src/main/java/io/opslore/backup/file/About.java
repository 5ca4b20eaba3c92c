package io.opslore.backup.file;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands at the front of a backup: all that is needed to say whether it can be restored here.
 *
 * @param format how the file is built; a portal reads its own and older ones
 * @param portal the version of the portal that made it
 * @param schema the version of the tables
 * @param migrations what made the tables, in their order
 * @param base the backup that it builds on; null for one that stands alone
 * @param needs the names of all earlier backups that hold original bytes of this one
 * @param key whether the portal's secret key is in it
 */
public record About(
        int format,
        UUID id,
        Instant at,
        String portal,
        String schema,
        List<Migration> migrations,
        @Nullable String base,
        List<Link> needs,
        boolean key) {

    /** The one that is written. */
    public static final int FORMAT = 1;

    public About {
        migrations = List.copyOf(migrations);
        needs = List.copyOf(needs);
    }

    /** One step of the tables' making. */
    public record Migration(String version, int checksum) {}

    /** Another backup in the same place. */
    public record Link(String name, UUID id) {}
}
