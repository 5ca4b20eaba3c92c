package io.opslore.backup.restore;

import io.opslore.operations.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Says that a restore has begun and not ended: a file in the data folder from before the first
 * change, and a row in the database for portals with other folders.
 */
@Component
class Mark {

    private static final String FILE = "restoring";

    private final DataFolder folder;

    Mark(DataFolder folder) {
        this.folder = folder;
    }

    /** Throws {@link RestoreRefused} if a restore has not ended here. */
    void refuseToStart(DataSource database) throws IOException, SQLException {
        Optional<String> source = source(database);
        if (source.isPresent()) {
            throw new RestoreRefused(
                    "A restore of %s has begun here and not ended, so what is here is not whole"
                            .formatted(source.get()),
                    "Restore it again, with --force; or begin anew with an empty data folder and database.");
        }
    }

    /** In the data folder, before anything is changed. */
    void begin(String source) throws IOException {
        Files.writeString(file(), source);
    }

    /** In the database, as soon as there is a table for it. */
    void begin(Connection connection, String source) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        insert into restore_mark (source) values (?)
                        on conflict (only_one) do update set source = excluded.source
                        """)) {
            statement.setString(1, source);
            statement.executeUpdate();
        }
    }

    /** Whether something may have been changed already. */
    boolean hasBegun() {
        return Files.exists(file());
    }

    /** In the data folder; the database's goes with the commit that makes it whole. */
    void end() throws IOException {
        Files.deleteIfExists(file());
    }

    private Optional<String> source(DataSource database) throws IOException, SQLException {
        if (Files.exists(file())) {
            return Optional.of(Files.readString(file()));
        }
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            if (!isThere(statement)) {
                return Optional.empty();
            }
            try (ResultSet row = statement.executeQuery("select source from restore_mark")) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    private static boolean isThere(Statement statement) throws SQLException {
        try (ResultSet row =
                statement.executeQuery("select to_regclass('restore_mark') is not null")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private Path file() {
        return folder.path().resolve(FILE);
    }
}
