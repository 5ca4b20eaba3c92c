package io.opslore.backup.rows;

import io.opslore.backup.file.About;
import io.opslore.backup.file.Manifest;
import io.opslore.library.Blobs;
import io.opslore.library.HeldBlobs;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * All rows at one moment, by one transaction that only reads. As long as it is open, originals that
 * these rows name stay in their store; one snapshot at a time over all portals.
 */
public final class Snapshot implements AutoCloseable {

    private static final String ALONE = "hashtextextended('opslore: backup', 0)";

    private final Connection connection;

    private Snapshot(Connection connection) {
        this.connection = connection;
    }

    /**
     * @param connection closed with the snapshot
     * @throws AlreadyRunning if there is another one
     */
    public static Snapshot open(Connection connection) throws SQLException {
        var snapshot = new Snapshot(connection);
        try {
            if (!snapshot.is("select pg_try_advisory_lock(" + ALONE + ")")) {
                throw new AlreadyRunning();
            }
            HeldBlobs.hold(connection);
            // From here on nothing is deleted that the snapshot, taken by the next query, names.
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            Tables.settle(connection);
            return snapshot;
        } catch (SQLException | RuntimeException e) {
            snapshot.close();
            throw e;
        }
    }

    /** What made the tables, in their order. */
    public List<About.Migration> migrations() throws SQLException {
        return Tables.migrations(connection);
    }

    /** All tables with rows that a backup keeps. */
    public List<Table> tables() throws SQLException {
        return Tables.kept(connection);
    }

    /** Where all counters stand: at least where the rows need them. */
    public List<Manifest.Sequence> sequences() throws SQLException {
        List<Manifest.Sequence> sequences = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                """
                                select sequencename, last_value from pg_sequences
                                where schemaname = current_schema() order by sequencename
                                """)) {
            while (rows.next()) {
                long last = rows.getLong(2);
                @Nullable Long used = rows.wasNull() ? null : last;
                sequences.add(new Manifest.Sequence(rows.getString(1), used));
            }
        }
        return sequences;
    }

    /** All original files that the rows name. */
    public List<Blobs.Held> blobs() throws SQLException {
        return HeldBlobs.named(connection);
    }

    /** Writes a table's rows, as PostgreSQL's text, and counts them. */
    public long copy(Table table, OutputStream out) throws IOException {
        return copyOut(connection, table, out);
    }

    static long copyOut(Connection connection, Table table, OutputStream out) throws IOException {
        try {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy " + table.sql() + " to stdout", out);
        } catch (SQLException e) {
            throw new IOException("The rows of %s cannot be read".formatted(table.name()), e);
        }
    }

    /** The rows have been read; originals stay where they are until this is closed. */
    public void endRows() throws SQLException {
        connection.rollback();
        connection.setReadOnly(false);
        connection.setAutoCommit(true);
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            if (!connection.isClosed()) {
                if (!connection.getAutoCommit()) {
                    endRows();
                }
                HeldBlobs.release(connection);
                is("select pg_advisory_unlock(" + ALONE + ")");
            }
        }
    }

    private boolean is(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** A backup is being made, here or by another portal of the database. */
    public static final class AlreadyRunning extends RuntimeException {

        AlreadyRunning() {
            super("A backup is being made already");
        }
    }
}
