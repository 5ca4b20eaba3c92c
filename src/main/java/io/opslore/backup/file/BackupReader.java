package io.opslore.backup.file;

import io.opslore.library.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a backup as a stream, in the order in which it was written. Believes nothing: what does not
 * fit the manifest is told as {@link Damaged}, with the name of the entry.
 */
public final class BackupReader implements AutoCloseable {

    /** What stands at the front or end is held in memory. */
    private static final int LONGEST = 512 << 20;

    private final Tail bytes;
    private final ZipInputStream zip;
    private final Tally tally = new Tally();
    private String entry = "its front";

    /**
     * @param bytes of the file, opened if it was sealed; closed with this reader
     */
    public BackupReader(InputStream bytes) {
        this.bytes = new Tail(bytes);
        zip = new ZipInputStream(this.bytes, StandardCharsets.UTF_8);
    }

    /** The first thing to be read. Throws {@link Unreadable} for what is no backup, or a newer. */
    public About about() throws IOException {
        if (!Entries.ABOUT.equals(next())) {
            throw new Unreadable("This is no backup of OpsLore");
        }
        return json(small(), About.class);
    }

    /** The second thing to be read. */
    public List<BlobLine> blobs() throws IOException {
        if (!Entries.BLOBS.equals(next())) {
            throw new Damaged(Entries.BLOBS, "is not where it belongs");
        }
        try {
            return new String(small(), StandardCharsets.UTF_8).lines().map(BlobLine::of).toList();
        } catch (IllegalArgumentException e) {
            throw new Damaged(Entries.BLOBS, String.valueOf(e.getMessage()), e);
        }
    }

    /** Everything else, to the end; it has passed the manifest when this returns. */
    public Manifest rest(Content content) throws IOException {
        for (String name = next(); name != null; name = next()) {
            if (name.equals(Entries.MANIFEST)) {
                Manifest manifest = json(unchecked(), Manifest.class);
                tally.require(manifest);
                bytes.requireEnd();
                return manifest;
            }
            part(name, content);
        }
        throw new Damaged(Entries.MANIFEST, "is missing: the file is cut off");
    }

    private void part(String name, Content content) throws IOException {
        if (name.equals(Entries.KEY)) {
            content.key(new String(small(), StandardCharsets.UTF_8));
        } else if (Entries.isTable(name)) {
            try (var rows = new Watched(zip, name)) {
                content.table(Entries.tableOf(name), rows);
                rows.drain();
                tally.table(Entries.tableOf(name), rows.count(), rows.sha256());
            }
        } else if (Entries.isBlob(name) && Sha256.isOne(Entries.blobOf(name))) {
            try (var blob = new Watched(zip, name)) {
                content.blob(Entries.blobOf(name), blob);
                blob.drain();
                tally.blob(Entries.blobOf(name), blob.sha256());
            }
        } else {
            throw new Damaged(name, "does not belong into a backup");
        }
    }

    private @Nullable String next() throws IOException {
        try {
            ZipEntry found = zip.getNextEntry();
            if (found == null) {
                return null;
            }
            entry = found.getName();
            return entry;
        } catch (Unreadable e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw Watched.damaged("after " + entry, e);
        }
    }

    private byte[] small() throws IOException {
        byte[] content = unchecked();
        var digest = Sha256.digest();
        digest.update(content);
        tally.small(entry, Sha256.text(digest));
        return content;
    }

    private byte[] unchecked() throws IOException {
        try (var part = new Watched(zip, entry)) {
            byte[] content = part.readNBytes(LONGEST);
            part.drain();
            return content;
        }
    }

    private <T> T json(byte[] content, Class<T> type) throws IOException {
        try {
            return JsonMapper.shared().readValue(content, type);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new Damaged(entry, "is not understood", e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Who takes what is in a backup, in its order. What is not read is passed over. */
    public interface Content {

        /** The portal's secret key, if it is there. */
        default void key(String text) throws IOException {}

        /** The rows of a table. */
        default void table(String name, InputStream rows) throws IOException {}

        /** An original file. */
        default void blob(String sha256, InputStream bytes) throws IOException {}
    }
}
