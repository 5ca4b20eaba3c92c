package io.opslore.ingest.archive;

import io.opslore.ingest.BatchItem.Reason;
import io.opslore.ingest.archive.EntryFilter.Kind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** Reads TAR and TAR.GZ as a stream: there is no list of contents to trust. */
final class TarArchive {

    /** Long names and extended headers are held in memory; a real one has some hundred bytes. */
    private static final long LONGEST_HEADER = 1024 * 1024;

    private static final long SHORTEST = 1024;

    private final CountedStream file;
    private final CountedStream unzipped;
    private final TarArchiveInputStream tar;
    private final boolean zipped;
    private final Budget budget;
    private final EntryFilter filter;

    private TarArchive(InputStream in, boolean zipped, Budget budget, EntryFilter filter)
            throws IOException {
        this.zipped = zipped;
        this.budget = budget;
        this.filter = filter;
        file = new CountedStream(in);
        unzipped = new CountedStream(zipped ? unzipped(file) : file);
        tar = new TarArchiveInputStream(unzipped, StandardCharsets.UTF_8.name());
    }

    static Ending read(
            Path archive, boolean zipped, Budget budget, EntryFilter filter, LongConsumer read)
            throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(archive))) {
            return new TarArchive(in, zipped, budget, filter).read(read);
        }
    }

    private static InputStream unzipped(InputStream in) throws EntryFault {
        try {
            return GzipCompressorInputStream.builder()
                    .setInputStream(in)
                    .setDecompressConcatenated(true)
                    .get();
        } catch (IOException | RuntimeException e) {
            throw EntryFault.broken(e);
        }
    }

    private Ending read(LongConsumer read) throws IOException {
        boolean empty = true;
        while (filter.goOn()) {
            TarArchiveEntry entry = next();
            if (entry == null) {
                return empty ? nothing() : new Ending.Whole();
            }
            empty = false;
            Optional<String> admitted = filter.admit(entry.getName(), kind(entry));
            EntryStream bytes = new EntryStream(tar, budget, compressed(), EntryStream.UNKNOWN);
            if (admitted.isPresent()) {
                filter.take(admitted.get(), bytes);
            }
            EntryStream.drain(tar, budget);
            read.accept(file.count());
        }
        return new Ending.Stopped();
    }

    /** An empty archive is two blocks at least; less is something else, packed. */
    private Ending nothing() {
        return unzipped.count() < SHORTEST
                ? new Ending.BrokenOff(Reason.BROKEN, "no TAR archive in it")
                : new Ending.Whole();
    }

    private LongSupplier compressed() {
        long start = file.count();
        // What the decompressor holds in its buffer was counted for an earlier entry.
        return zipped ? () -> file.count() - start + 16_384 : () -> Long.MAX_VALUE;
    }

    private @Nullable TarArchiveEntry next() throws EntryFault {
        unzipped.allow(LONGEST_HEADER);
        try {
            return tar.getNextEntry();
        } catch (IOException | RuntimeException e) {
            throw EntryFault.broken(e);
        } finally {
            unzipped.allowAll();
        }
    }

    private static Kind kind(TarArchiveEntry entry) {
        if (entry.isDirectory()) {
            return Kind.FOLDER;
        }
        if (entry.isSymbolicLink() || entry.isLink()) {
            return Kind.LINK;
        }
        byte flag = entry.getLinkFlag();
        boolean regular =
                flag == TarConstants.LF_NORMAL
                        || flag == TarConstants.LF_OLDNORM
                        || flag == TarConstants.LF_CONTIG;
        return regular && !entry.isSparse() ? Kind.FILE : Kind.SPECIAL;
    }
}
