package io.opslore.operations;

import io.opslore.upgrades.SchemaState;
import io.opslore.upgrades.UpgradeFinding;
import io.opslore.upgrades.UpgradeLook;
import io.opslore.upgrades.UpgradePart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** What is to be known before this version takes over the database; changes nothing. */
public class UpgradeCheck {

    private static final int OLDEST_POSTGRESQL = 15;
    private static final int VERSION_UNIT = 10_000;

    private final ConfigurableEnvironment environment;
    private final JdbcClient jdbc;
    private final DataSource database;
    private final OperationsSettings settings;

    UpgradeCheck(
            ConfigurableEnvironment environment,
            JdbcClient jdbc,
            DataSource database,
            OperationsSettings settings) {
        this.environment = environment;
        this.jdbc = jdbc;
        this.database = database;
        this.settings = settings;
    }

    /** All that is known, what concerns the database first. */
    public List<UpgradeFinding> findings() {
        List<UpgradeFinding> findings = new ArrayList<>();
        findings.add(schema(SchemaState.of(database)));
        findings.add(postgresql());
        findings.add(room());
        var look = new UpgradeLook(jdbc, environment);
        for (UpgradePart part :
                SpringFactoriesLoader.forDefaultResourceLocation().load(UpgradePart.class)) {
            findings.addAll(part.findings(look));
        }
        findings.addAll(new UnknownSettings(environment).findings());
        return findings;
    }

    private static UpgradeFinding schema(SchemaState state) {
        if (!state.unknown().isEmpty()) {
            return UpgradeFinding.obstacle(
                    "schema",
                    "The database is newer than this version, which does not know %s."
                            .formatted(String.join(", ", state.unknown())),
                    "Use that version or a newer one, or restore a backup from before.");
        }
        if (!state.changed().isEmpty()) {
            return UpgradeFinding.obstacle(
                    "schema",
                    "The database was made by other migrations than this version has: %s."
                            .formatted(String.join(", ", state.changed())),
                    "Upgrade from the version that it was used with to a released one.");
        }
        return state.pending().isEmpty()
                ? UpgradeFinding.fine(
                        "schema", "V%s, as this version has it.".formatted(state.at()))
                : UpgradeFinding.fine(
                        "schema",
                        "V%s; the start will do %s."
                                .formatted(state.at(), String.join(", ", state.pending())));
    }

    private UpgradeFinding postgresql() {
        int version =
                jdbc.sql("select current_setting('server_version_num')::int")
                                .query(Integer.class)
                                .single()
                        / VERSION_UNIT;
        return version < OLDEST_POSTGRESQL
                ? UpgradeFinding.obstacle(
                        "PostgreSQL",
                        "It is version " + version + ".",
                        "OpsLore needs PostgreSQL " + OLDEST_POSTGRESQL + " or newer.")
                : UpgradeFinding.fine("PostgreSQL", "Version " + version + ".");
    }

    /** A migration may write a large table anew, and an index is built beside the old one. */
    private UpgradeFinding room() {
        long stored =
                jdbc.sql("select pg_database_size(current_database())").query(Long.class).single();
        long index = size(settings.data().resolve("index"));
        long free = settings.data().toAbsolutePath().toFile().getUsableSpace();
        String text =
                "Free in the data folder %s; the database has %s, the index %s."
                        .formatted(said(free), said(stored), said(index));
        return free < stored + index
                ? UpgradeFinding.warning(
                        "disk", text, "Have as much free as both take, or more, before you go on.")
                : UpgradeFinding.fine("disk", text);
    }

    private static String said(long bytes) {
        return DataSize.ofBytes(bytes).toMegabytes() + " MB";
    }

    private static long size(Path folder) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
