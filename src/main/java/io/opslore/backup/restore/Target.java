package io.opslore.backup.restore;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What is in the database that a backup is to be restored into. */
final class Target {

    private static final List<String> TELLING = List.of("account", "space", "document", "revision");

    private final DataSource database;

    Target(DataSource database) {
        this.database = database;
    }

    /** Throws {@link RestoreRefused} unless nobody works on it, and it is empty or may go. */
    void require(boolean replace) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            if (isWorkedOn(statement)) {
                throw new RestoreRefused(
                        "A portal works on this database",
                        "Stop it first. One that was killed is forgotten after 20 seconds.");
            }
            List<String> held = held(statement);
            if (!held.isEmpty() && !replace) {
                throw new RestoreRefused(
                        "There is something here already: " + String.join(", ", held),
                        "Restore into an empty data folder and database; or with --force, which deletes everything that the"
                                + " database holds now (accounts, documents, conversations, audit log) before it loads the"
                                + " backup. Original files that are here stay beside those of the backup.");
            }
        }
    }

    private static boolean isWorkedOn(Statement statement) throws SQLException {
        return isTable(statement, "portal")
                && is(
                        statement,
                        "select exists (select from portal where seen_at > clock_timestamp() - interval '20 seconds')");
    }

    private static List<String> held(Statement statement) throws SQLException {
        List<String> held = new ArrayList<>();
        for (String table : TELLING) {
            if (isTable(statement, table)) {
                try (ResultSet row = statement.executeQuery("select count(*) from " + table)) {
                    if (row.next() && row.getLong(1) > 0) {
                        held.add("%d rows of %s".formatted(row.getLong(1), table));
                    }
                }
            }
        }
        return held;
    }

    private static boolean isTable(Statement statement, String name) throws SQLException {
        return is(statement, "select to_regclass('%s') is not null".formatted(name));
    }

    private static boolean is(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
