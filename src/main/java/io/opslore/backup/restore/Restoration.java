package io.opslore.backup.restore;

import io.opslore.backup.BackupPlaces;
import io.opslore.backup.BackupSettings;
import io.opslore.backup.Passwords;
import io.opslore.backup.Progress;
import io.opslore.backup.Telling;
import io.opslore.backup.file.About;
import io.opslore.backup.file.Manifest;
import io.opslore.backup.rows.Loading;
import io.opslore.identity.PortalKey;
import io.opslore.library.Blobs;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes a backup what this portal holds, before any room has looked at the database. It is read to
 * its last byte before anything is changed. Rows come in one transaction that ends when all
 * originals are there, so that there is nothing or all; a mark says so until then.
 */
@Component
public class Restoration {

    private final BackupPlaces places;
    private final BackupSettings settings;
    private final Blobs blobs;
    private final PortalKey key;
    private final Mark mark;
    private @Nullable Restored restored;

    Restoration(
            BackupPlaces places, BackupSettings settings, Blobs blobs, PortalKey key, Mark mark) {
        this.places = places;
        this.settings = settings;
        this.blobs = blobs;
        this.key = key;
        this.mark = mark;
    }

    /** What was restored in this process, if anything. */
    public Optional<Restored> restored() {
        return Optional.ofNullable(restored);
    }

    void restore(RestoreOrder order, Flyway flyway) throws IOException, SQLException {
        DataSource database = flyway.getConfiguration().getDataSource();
        try (BackupPlaces.Located file = places.file(order.source())) {
            var telling = new Telling(order.progress());
            var chain = new Chain(file, password(order), telling);
            About about = chain.about();
            Versions.require(about, flyway);
            new Target(database).require(order.replace());
            telling.at(Progress.Stage.CHECKING, 0, 0);
            chain.read(Chain.Content.NOTHING);
            mark.begin(file.describe());
            makeTables(Versions.to(about, flyway, database), database, file.describe());
            restored = load(chain, database, telling);
            mark.end();
        }
    }

    private @Nullable String password(RestoreOrder order) throws IOException {
        String given = order.password();
        return given == null ? Passwords.in(settings.passwordFile()) : given;
    }

    private void makeTables(Flyway old, DataSource database, String source) throws SQLException {
        old.clean();
        old.migrate();
        try (Connection connection = database.getConnection()) {
            mark.begin(connection, source);
        }
    }

    private Restored load(Chain chain, DataSource database, Telling telling)
            throws IOException, SQLException {
        try (Loading loading = Loading.begin(database.getConnection())) {
            var into = new Into(loading, telling);
            Chain.Read read = chain.read(into);
            loading.finish(read.manifest());
            loading.run("delete from restore_mark");
            loading.commit();
            Manifest manifest = read.manifest();
            return new Restored(
                    read.about(),
                    manifest.tables().stream().mapToLong(Manifest.Table::rows).sum(),
                    into.originals,
                    manifest.missing().size() + manifest.damaged().size(),
                    into.placed);
        }
    }

    /** The stores of this portal. */
    private final class Into implements Chain.Content {

        private final Loading loading;
        private final Telling telling;
        private int tables;
        private int originals;
        private Restored.Key placed = Restored.Key.ABSENT;

        Into(Loading loading, Telling telling) {
            this.loading = loading;
            this.telling = telling;
        }

        @Override
        public void key(String text) throws IOException {
            placed = key.place(text) ? Restored.Key.RESTORED : Restored.Key.OTHER;
        }

        @Override
        public void table(String name, InputStream rows) throws IOException {
            telling.at(Progress.Stage.ROWS, tables++, 0);
            loading.table(name, rows);
        }

        @Override
        public void blob(String sha256, InputStream bytes) throws IOException {
            telling.at(Progress.Stage.ORIGINALS, originals++, 0);
            try (Blobs.Incoming incoming = blobs.receive(bytes)) {
                // One that was damaged in the store already when the backup was made stays away.
                if (incoming.blob().sha256().equals(sha256)) {
                    incoming.store();
                }
            }
        }
    }
}
