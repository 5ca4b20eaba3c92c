package io.opslore.backup;

import io.opslore.backup.file.About;
import io.opslore.backup.file.BackupWriter;
import io.opslore.backup.file.BlobLine;
import io.opslore.backup.file.Manifest;
import io.opslore.backup.file.Sealing;
import io.opslore.backup.place.Place;
import io.opslore.backup.rows.Snapshot;
import io.opslore.backup.rows.Table;
import io.opslore.identity.PortalKey;
import io.opslore.library.Blobs;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Makes a backup while everybody works. The rows are those of one moment; what they name of
 * originals cannot go before it is copied. The file is there when it is whole.
 */
@Component
class Making {

    private final DataSource database;
    private final Blobs blobs;
    private final PortalKey key;
    private final Clock clock;

    Making(DataSource database, Blobs blobs, PortalKey key, Clock clock) {
        this.database = database;
        this.blobs = blobs;
        this.key = key;
        this.clock = clock;
    }

    /**
     * @throws Snapshot.AlreadyRunning if another one is being made
     */
    Made make(Order order, Progress progress) throws IOException, SQLException {
        try (var snapshot = Snapshot.open(database.getConnection())) {
            BackupPlaces.Located file = order.file();
            Bases.Base base =
                    Bases.newest(file.place(), order.incremental(), file.name(), order.password());
            var content = Content.of(snapshot, blobs, base);
            About about = about(snapshot, content, base, order);
            var telling = new Telling(progress);
            try (Place.Outgoing out = file.place().write(file.name())) {
                OutputStream counted = telling.counting(out);
                Written written = write(counted, order, about, content, telling);
                out.commit();
                return written.made(order, about, content, telling.bytes());
            }
        }
    }

    private About about(Snapshot snapshot, Content content, Bases.Base base, Order order)
            throws SQLException {
        List<About.Migration> migrations = snapshot.migrations();
        List<About.Link> needs = Bases.needed(base, content.lines());
        return new About(
                About.FORMAT,
                UUID.randomUUID(),
                clock.instant(),
                version(),
                migrations.getLast().version(),
                migrations,
                needs.isEmpty() ? null : base.name(),
                needs,
                order.password() != null || order.key());
    }

    private Written write(
            OutputStream out, Order order, About about, Content content, Telling telling)
            throws IOException, SQLException {
        String password = order.password();
        try (OutputStream sealed = password == null ? out : Sealing.seal(out, password)) {
            var writer = new BackupWriter(sealed, about);
            writer.list(content.lines());
            if (about.key()) {
                writer.key(key.text());
            }
            long rows = rows(writer, content.snapshot(), telling);
            List<Manifest.Sequence> sequences = content.snapshot().sequences();
            content.snapshot().endRows();
            List<String> missing = originals(writer, content, telling);
            return new Written(rows, writer.end(sequences, missing));
        }
    }

    private static long rows(BackupWriter writer, Snapshot snapshot, Telling telling)
            throws IOException, SQLException {
        List<Table> tables = snapshot.tables();
        long rows = 0;
        for (int i = 0; i < tables.size(); i++) {
            telling.at(Progress.Stage.ROWS, i, tables.size());
            Table table = tables.get(i);
            rows += writer.table(table.name(), table.columns(), out -> snapshot.copy(table, out));
        }
        return rows;
    }

    private List<String> originals(BackupWriter writer, Content content, Telling telling)
            throws IOException {
        List<String> missing = new ArrayList<>(content.missing());
        List<BlobLine> here = content.lines().stream().filter(BlobLine::isHere).toList();
        for (int i = 0; i < here.size(); i++) {
            telling.at(Progress.Stage.ORIGINALS, i, here.size());
            BlobLine line = here.get(i);
            try (InputStream bytes = blobs.open(line.sha256())) {
                writer.blob(new Blobs.Held(line.sha256(), line.size()), bytes);
            } catch (NoSuchFileException e) {
                missing.add(line.sha256());
            }
        }
        return missing;
    }

    private static String version() {
        String version = Making.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /**
     * What goes into it.
     *
     * @param missing originals that are not in the store
     */
    private record Content(Snapshot snapshot, List<BlobLine> lines, List<String> missing) {

        static Content of(Snapshot snapshot, Blobs blobs, Bases.Base base)
                throws IOException, SQLException {
            List<Blobs.Held> named = snapshot.blobs();
            Map<String, Long> there = new HashMap<>();
            blobs.held().forEach(held -> there.put(held.sha256(), held.size()));
            List<BlobLine> lines = new ArrayList<>();
            List<String> missing = new ArrayList<>();
            for (Blobs.Held blob : named) {
                String file = base.originals().getOrDefault(blob.sha256(), "");
                if (file.isEmpty() && !there.containsKey(blob.sha256())) {
                    missing.add(blob.sha256());
                } else {
                    lines.add(new BlobLine(blob.sha256(), blob.size(), file));
                }
            }
            return new Content(snapshot, lines, missing);
        }
    }

    private record Written(long rows, Manifest manifest) {

        Made made(Order order, About about, Content content, long bytes) {
            int elsewhere = (int) content.lines().stream().filter(line -> !line.isHere()).count();
            return new Made(
                    about.id(),
                    order.file().describe(),
                    order.file().name(),
                    about.at(),
                    bytes,
                    rows,
                    manifest.blobs(),
                    elsewhere,
                    manifest.missing().size() + manifest.damaged().size(),
                    about.base(),
                    order.password() != null,
                    about.key());
        }
    }
}
