package io.opslore.upgrades;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;

/**
 * The schema that a database has, beside the one that this version of the portal works on.
 *
 * @param at the schema's version; empty for a database without tables
 * @param pending what an upgrade would do, by version and name
 * @param unknown versions that a newer portal has added
 * @param changed versions whose migration is not the one that was run
 */
public record SchemaState(
        String at, List<String> pending, List<String> unknown, List<String> changed) {

    private static final Set<MigrationState> FROM_LATER =
            Set.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

    /** Only looks. */
    public static SchemaState of(DataSource database) {
        return of(Flyway.configure().dataSource(database).load());
    }

    static SchemaState of(Flyway flyway) {
        MigrationInfoService info = flyway.info();
        List<MigrationInfo> applied = List.of(info.applied());
        return new SchemaState(
                version(Optional.ofNullable(info.current()).map(MigrationInfo::getVersion)),
                Arrays.stream(info.pending()).map(SchemaState::name).toList(),
                applied.stream()
                        .filter(one -> FROM_LATER.contains(one.getState()))
                        .map(SchemaState::name)
                        .toList(),
                applied.stream().filter(SchemaState::isOther).map(SchemaState::name).toList());
    }

    private static boolean isOther(MigrationInfo one) {
        return !FROM_LATER.contains(one.getState())
                && one.getResolvedChecksum() != null
                && !Objects.equals(one.getResolvedChecksum(), one.getAppliedChecksum());
    }

    private static String name(MigrationInfo one) {
        return "V" + version(Optional.ofNullable(one.getVersion())) + " " + one.getDescription();
    }

    private static String version(Optional<MigrationVersion> version) {
        return version.map(MigrationVersion::getVersion).orElse("");
    }
}
