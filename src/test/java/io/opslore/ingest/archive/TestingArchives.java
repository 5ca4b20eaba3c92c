package io.opslore.ingest.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Makes archives, honest and other ones. */
public final class TestingArchives {

    private TestingArchives() {}

    /** Writes a ZIP. */
    public static byte[] zip(Fill<ZipArchiveOutputStream> fill) {
        return bytes(out -> {
            try (var zip = new ZipArchiveOutputStream(out)) {
                fill.into(zip);
            }
        });
    }

    /** Writes a TAR. */
    public static byte[] tar(Fill<TarArchiveOutputStream> fill) {
        return bytes(out -> {
            try (var tar = new TarArchiveOutputStream(out, "UTF-8")) {
                tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
                fill.into(tar);
            }
        });
    }

    /** Writes a TAR.GZ. */
    public static byte[] tarGz(Fill<TarArchiveOutputStream> fill) {
        return bytes(out -> {
            try (var gzip = new GZIPOutputStream(out)) {
                gzip.write(tar(fill));
            }
        });
    }

    /** Adds a text. */
    public static void add(ZipArchiveOutputStream zip, String name, String text)
            throws IOException {
        zip.putArchiveEntry(new ZipArchiveEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeArchiveEntry();
    }

    /** Adds a text. */
    public static void add(TarArchiveOutputStream tar, String name, String text)
            throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var entry = new TarArchiveEntry(name, true);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    private static byte[] bytes(Fill<OutputStream> fill) {
        var out = new ByteArrayOutputStream();
        try {
            fill.into(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Writes into something. */
    @FunctionalInterface
    public interface Fill<T> {

        void into(T archive) throws IOException;
    }
}
