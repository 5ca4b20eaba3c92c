package io.opslore.backup.restore;

import io.opslore.backup.file.About;
import io.opslore.backup.file.Unreadable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/** Whether this portal can make the tables that a backup was taken from. */
final class Versions {

    private Versions() {}

    /** Throws {@link Unreadable} with the reason if not. */
    static void require(About about, Flyway flyway) throws Unreadable {
        if (about.format() > About.FORMAT) {
            throw new Unreadable(
                    "The backup has format %d, made by OpsLore %s; this one reads up to %d. Use that version or a newer one."
                            .formatted(about.format(), about.portal(), About.FORMAT));
        }
        Map<MigrationVersion, Integer> known = known(flyway);
        for (About.Migration step : about.migrations()) {
            Integer checksum = known.get(MigrationVersion.fromVersion(step.version()));
            if (checksum == null) {
                throw new Unreadable(
                        "The backup was made by a newer OpsLore (%s, tables of version %s), which this one does not know. Use that version or a newer one."
                                .formatted(about.portal(), about.schema()));
            }
            if (checksum != step.checksum()) {
                throw new Unreadable(
                        "The backup was made by an OpsLore (%s) whose tables of version %s are others than here."
                                .formatted(about.portal(), step.version()));
            }
        }
    }

    private static Map<MigrationVersion, Integer> known(Flyway flyway) {
        Map<MigrationVersion, Integer> known = new HashMap<>();
        for (MigrationInfo info : Arrays.asList(flyway.info().all())) {
            Integer checksum = info.getResolvedChecksum();
            if (info.getVersion() != null && checksum != null) {
                known.put(info.getVersion(), checksum);
            }
        }
        return known;
    }

    /** Makes the tables as they were in the backup. */
    static Flyway to(About about, Flyway flyway, javax.sql.DataSource database) {
        return Flyway.configure()
                .configuration(flyway.getConfiguration())
                .dataSource(database)
                .target(MigrationVersion.fromVersion(about.schema()))
                .cleanDisabled(false)
                .load();
    }
}
