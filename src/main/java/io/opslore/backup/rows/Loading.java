package io.opslore.backup.rows;

import io.opslore.backup.file.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * Puts rows into tables that Flyway has made, in one transaction: all of them are there when it is
 * committed, and none before. The owner's rights are enough.
 */
public final class Loading implements AutoCloseable {

    private final Connection connection;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final List<Reference> references;

    /** A foreign key. */
    private record Reference(String table, String name, String definition) {}

    private Loading(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        Tables.settle(connection);
        Tables.kept(connection).forEach(table -> tables.put(table.name(), table));
        references = references();
    }

    /**
     * Empties all tables, within the transaction. Rows come in the order of the file: what refers
     * to others is let go of until they are all there, and so is what guards the audit log.
     *
     * @param connection closed with this
     */
    public static Loading begin(Connection connection) throws SQLException {
        try {
            var loading = new Loading(connection);
            loading.empty();
            return loading;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** The rows of a table. */
    public void table(String name, InputStream rows) throws IOException {
        Table table = tables.get(name);
        if (table == null) {
            throw new IOException("There is no table " + name + " in this version");
        }
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table.sql() + " from stdin", rows);
        } catch (SQLException e) {
            throw new IOException("The rows of %s cannot be loaded: %s".formatted(name, e), e);
        }
    }

    /** Has PostgreSQL check what refers to what, and sets the counters. */
    public void finish(Manifest manifest) throws IOException, SQLException {
        for (Manifest.Table table : manifest.tables()) {
            Table here = tables.get(table.name());
            if (here == null || !here.columns().equals(table.columns())) {
                throw new IOException("The columns of %s are others".formatted(table.name()));
            }
        }
        for (Reference each : references) {
            run(
                    "alter table %s add constraint %s %s"
                            .formatted(each.table(), each.name(), each.definition()));
        }
        for (Table table : tables.values()) {
            run("alter table %s enable trigger user".formatted(Table.quoted(table.name())));
        }
        for (Manifest.Sequence sequence : manifest.sequences()) {
            set(sequence);
        }
    }

    /** Its rows again, to be compared with what was loaded. */
    public long copy(String table, OutputStream out) throws IOException {
        return Snapshot.copyOut(connection, Objects.requireNonNull(tables.get(table)), out);
    }

    /** Within the transaction. */
    public void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** All is there from now on. */
    public void commit() throws SQLException {
        connection.commit();
    }

    /** What was not committed never was. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
        }
    }

    private void empty() throws SQLException {
        for (Reference each : references) {
            run("alter table %s drop constraint %s".formatted(each.table(), each.name()));
        }
        for (Table table : tables.values()) {
            run("alter table %s disable trigger user".formatted(Table.quoted(table.name())));
        }
        run(
                "truncate "
                        + tables.keySet().stream()
                                .map(Table::quoted)
                                .collect(Collectors.joining(", ")));
    }

    private List<Reference> references() throws SQLException {
        List<Reference> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                """
                                select conrelid::regclass::text, quote_ident(conname),
                                    pg_get_constraintdef(oid)
                                from pg_constraint
                                where connamespace = current_schema()::regnamespace
                                    and contype = 'f' and conparentid = 0
                                order by 1, 2
                                """)) {
            while (rows.next()) {
                found.add(new Reference(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return found;
    }

    private void set(Manifest.Sequence sequence) throws SQLException {
        Long last = sequence.last();
        if (last == null) {
            return;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("select setval(quote_ident(?)::regclass, ?)")) {
            statement.setString(1, sequence.name());
            statement.setLong(2, last);
            statement.execute();
        }
    }
}
