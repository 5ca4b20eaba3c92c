package io.opslore.library;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps all original bytes where they are for as long as somebody copies them, over all portals of
 * the database: whoever would delete some leaves them for later. For the machinery.
 */
public final class HeldBlobs {

    /** The advisory lock that is held while blobs must stay; who deletes one shares it. */
    static final String LOCK = "hashtextextended('opslore: blobs stay', 0)";

    private HeldBlobs() {}

    /**
     * Waits for deletions under way. Lasts until {@link #release} or the end of the connection, so
     * that a process that was killed holds nothing.
     */
    public static void hold(Connection connection) throws SQLException {
        run(connection, "select pg_advisory_lock(" + LOCK + ")");
    }

    /** Deletions go on. */
    public static void release(Connection connection) throws SQLException {
        run(connection, "select pg_advisory_unlock(" + LOCK + ")");
    }

    /** All blobs that the rows name which the connection's transaction sees, in their order. */
    public static List<Blobs.Held> named(Connection connection) throws SQLException {
        List<Blobs.Held> named = new ArrayList<>();
        try (PreparedStatement query =
                        connection.prepareStatement(
                                "select distinct sha256, size from revision order by sha256");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                named.add(new Blobs.Held(rows.getString(1), rows.getLong(2)));
            }
        }
        return named;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
