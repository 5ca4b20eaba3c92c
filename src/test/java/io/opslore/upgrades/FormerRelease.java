package io.opslore.upgrades;

import io.opslore.testing.TestingDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/**
 * The rows that an earlier version's portal has left: four documents, one of them in three
 * revisions, two answers with citations, two people. Written by {@code COPY}, a line before each
 * table naming it and its columns; docs/upgrade.md says how.
 */
final class FormerRelease {

    private static final String TABLE = "-- ";

    private final String version;
    private final String database = TestingDatabase.empty();

    /** Brings the schema to that version and the rows into it. */
    FormerRelease(String version) {
        this.version = version;
        migrate(version);
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            // Rows come in the order of their tables' names.
            statement.execute("set session_replication_role = replica");
            statement.execute(
                    """
                    do $$ declare name text; begin
                        for name in select tablename from pg_tables
                            where schemaname = 'public' and tablename <> 'flyway_schema_history'
                        loop execute 'delete from ' || quote_ident(name); end loop;
                    end $$
                    """);
            fill(connection);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String database() {
        return database;
    }

    /** To the version of this build. */
    void upgrade() {
        migrate("latest");
    }

    private void migrate(String target) {
        Flyway.configure().dataSource(database, null, null).target(target).load().migrate();
    }

    private void fill(Connection connection) throws SQLException, IOException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        for (String table : tables()) {
            int end = table.indexOf('\n');
            byte[] rows = table.substring(end + 1).getBytes(StandardCharsets.UTF_8);
            copy.copyIn(
                    "copy " + table.substring(0, end) + " from stdin",
                    new ByteArrayInputStream(rows));
        }
    }

    private List<String> tables() throws IOException {
        String file = "/releases/v%s.copy.gz".formatted(version);
        try (InputStream in =
                new GZIPInputStream(
                        Objects.requireNonNull(FormerRelease.class.getResourceAsStream(file)))) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return List.of(all.substring(TABLE.length()).split("(?m)^" + TABLE));
        }
    }
}
