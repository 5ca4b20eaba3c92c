package io.opslore.backup.rows;

import io.opslore.backup.file.About;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What there is in a database, and how it is read so that the same rows are the same bytes. */
final class Tables {

    /**
     * Left out: what tells of this very moment. Flyway's own is told by {@link About}; which
     * portals live, and that one is being restored, does not hold elsewhere. Unlogged tables are
     * left out as well: they do not even outlive a crash.
     */
    private static final Set<String> OF_THE_MOMENT =
            Set.of("flyway_schema_history", "portal", "restore_mark");

    private static final List<String> THE_SAME_EVERYWHERE =
            List.of(
                    "timezone to 'UTC'",
                    "datestyle to 'ISO, MDY'",
                    "intervalstyle to 'postgres'",
                    "bytea_output to 'hex'",
                    "extra_float_digits to 1",
                    "synchronize_seqscans to off",
                    "statement_timeout to 0",
                    "idle_in_transaction_session_timeout to 0");

    private Tables() {}

    /** For the transaction at hand. */
    static void settle(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : THE_SAME_EVERYWHERE) {
                statement.execute("set local " + each);
            }
        }
    }

    static List<Table> kept(Connection connection) throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                """
                                select c.relname, array_agg(a.attname::text order by a.attnum)
                                from pg_class c
                                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
                                    and not a.attisdropped and a.attgenerated = ''
                                where c.relnamespace = current_schema()::regnamespace
                                    and c.relkind = 'r' and c.relpersistence = 'p'
                                group by c.relname order by c.relname
                                """)) {
            while (rows.next()) {
                String name = rows.getString(1);
                if (!OF_THE_MOMENT.contains(name)) {
                    tables.add(new Table(name, texts(rows.getArray(2))));
                }
            }
        }
        return tables;
    }

    static List<About.Migration> migrations(Connection connection) throws SQLException {
        List<About.Migration> migrations = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                """
                                select version, checksum from flyway_schema_history
                                where success and version is not null and checksum is not null
                                order by installed_rank
                                """)) {
            while (rows.next()) {
                migrations.add(new About.Migration(rows.getString(1), rows.getInt(2)));
            }
        }
        return migrations;
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
