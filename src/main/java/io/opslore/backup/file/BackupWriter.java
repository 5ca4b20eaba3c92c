package io.opslore.backup.file;

import io.opslore.library.Blobs;
import io.opslore.library.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Writes a backup as a stream, from its front to its manifest. */
public final class BackupWriter {

    private final ZipOutputStream zip;
    private final About about;
    private final List<Manifest.Check> checks = new ArrayList<>();
    private final List<Manifest.Table> tables = new ArrayList<>();
    private final List<String> damaged = new ArrayList<>();
    private int blobs;

    /** Begins it with its front. */
    public BackupWriter(OutputStream out, About about) throws IOException {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        // Most of the bytes are vectors and archives, which more effort makes hardly smaller.
        zip.setLevel(Deflater.BEST_SPEED);
        this.about = about;
        small(Entries.ABOUT, json(about));
    }

    /** All original files that belong to it, wherever they are. */
    public void list(List<BlobLine> lines) throws IOException {
        var text = new StringBuilder();
        lines.forEach(line -> text.append(line.text()));
        small(Entries.BLOBS, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The portal's secret key. */
    public void key(String text) throws IOException {
        small(Entries.KEY, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The rows of one table; counts them. */
    public long table(String name, List<String> columns, Rows rows) throws IOException {
        zip.putNextEntry(new ZipEntry(Entries.table(name)));
        var bytes = new Digesting(zip);
        long count = rows.writeTo(bytes);
        zip.closeEntry();
        tables.add(new Manifest.Table(name, columns, count, bytes.bytes(), bytes.sha256()));
        return count;
    }

    /** One original file; other bytes than its address says are kept and told. */
    public void blob(Blobs.Held blob, InputStream content) throws IOException {
        zip.putNextEntry(new ZipEntry(Entries.blob(blob.sha256())));
        var bytes = new Digesting(zip);
        content.transferTo(bytes);
        zip.closeEntry();
        if (!bytes.sha256().equals(blob.sha256())) {
            damaged.add(blob.sha256());
        }
        blobs++;
    }

    /** Ends it. */
    public Manifest end(List<Manifest.Sequence> sequences, List<String> missing)
            throws IOException {
        var manifest = new Manifest(about.id(), checks, tables, sequences, blobs, missing, damaged);
        small(Entries.MANIFEST, json(manifest));
        zip.finish();
        zip.flush();
        return manifest;
    }

    private void small(String entry, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(content);
        zip.closeEntry();
        var digest = Sha256.digest();
        digest.update(content);
        checks.add(new Manifest.Check(entry, Sha256.text(digest)));
    }

    private static byte[] json(Object value) {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
    }

    /** Writes rows and counts them. */
    public interface Rows {
        long writeTo(OutputStream out) throws IOException;
    }
}
