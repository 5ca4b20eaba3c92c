package io.opslore.backup.restore;

import io.opslore.backup.BackupPlaces;
import io.opslore.backup.Progress;
import io.opslore.backup.Telling;
import io.opslore.backup.file.About;
import io.opslore.backup.file.Damaged;
import io.opslore.backup.file.Digesting;
import io.opslore.backup.file.Manifest;
import io.opslore.backup.rows.Loading;
import io.opslore.operations.ScratchDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Reads a backup to its last byte and restores its rows into a PostgreSQL of its own, which is gone
 * afterwards: what it takes to be loaded, and reads back the same, can be restored.
 */
@Component
public class Rehearsal {

    private final Flyway flyway;
    private final ObjectProvider<ScratchDatabase> scratches;

    Rehearsal(Flyway flyway, ObjectProvider<ScratchDatabase> scratches) {
        this.flyway = flyway;
        this.scratches = scratches;
    }

    /**
     * What was found.
     *
     * @param lacking how many originals were missing or damaged in the store already when it was
     *     made
     */
    public record Passed(About about, long rows, int originals, int lacking) {}

    /** Throws {@link Damaged} with what is wrong and where. One at a time in a data folder. */
    public synchronized Passed run(
            BackupPlaces.Located file, @Nullable String password, Progress progress)
            throws IOException, SQLException {
        var telling = new Telling(progress);
        telling.at(Progress.Stage.CHECKING, 0, 0);
        var chain = new Chain(file, password, telling);
        // Before a server is started for nothing.
        Versions.require(chain.about(), flyway);
        try (ScratchDatabase scratch = scratches.getObject()) {
            Chain.Read read = load(chain, scratch.dataSource(), telling);
            Manifest manifest = read.manifest();
            return new Passed(
                    read.about(),
                    manifest.tables().stream().mapToLong(Manifest.Table::rows).sum(),
                    read.lines().size(),
                    manifest.missing().size() + manifest.damaged().size());
        }
    }

    private Chain.Read load(Chain chain, DataSource database, Telling telling)
            throws IOException, SQLException {
        Versions.to(chain.about(), flyway, database).migrate();
        try (Loading loading = Loading.begin(database.getConnection())) {
            Chain.Read read =
                    chain.read(
                            new Chain.Content() {
                                private int tables;

                                @Override
                                public void table(String name, InputStream rows)
                                        throws IOException {
                                    telling.at(Progress.Stage.ROWS, tables++, 0);
                                    takes(loading, name, rows);
                                }
                            });
            loading.finish(read.manifest());
            for (Manifest.Table table : read.manifest().tables()) {
                requireSame(loading, table);
            }
            return read;
        }
    }

    private static void takes(Loading loading, String name, InputStream rows) throws IOException {
        try {
            loading.table(name, rows);
        } catch (Damaged e) {
            throw e;
        } catch (IOException e) {
            if (e.getCause() instanceof SQLException refused) {
                throw new Damaged(
                        "rows/%s.copy".formatted(name),
                        "PostgreSQL does not take it (%s)".formatted(refused.getSQLState()));
            }
            throw e;
        }
    }

    private static void requireSame(Loading loading, Manifest.Table table) throws IOException {
        var again = new Digesting(OutputStream.nullOutputStream());
        long rows = loading.copy(table.name(), again);
        if (rows != table.rows() || !again.sha256().equals(table.sha256())) {
            throw new Damaged(table.name(), "was restored, and reads otherwise than in the backup");
        }
    }
}
