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
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** Reads what can be read of a ZIP without a usable list of contents, from its beginning. */
final class ZipRescue {

    private static final String WHY = "its list of contents is missing or damaged";

    private ZipRescue() {}

    static Ending read(Path archive, Budget budget, EntryFilter filter, LongConsumer read)
            throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(archive));
                var file = new CountedStream(in);
                var zip = new ZipArchiveInputStream(file, StandardCharsets.UTF_8.name())) {
            while (filter.goOn()) {
                ZipArchiveEntry entry = next(zip);
                if (entry == null) {
                    return new Ending.BrokenOff(Reason.BROKEN, WHY);
                }
                read(zip, entry, budget, filter);
                read.accept(file.count());
            }
            return new Ending.Stopped();
        }
    }

    private static @Nullable ZipArchiveEntry next(ZipArchiveInputStream zip) throws EntryFault {
        try {
            return zip.getNextEntry();
        } catch (IOException | RuntimeException e) {
            throw EntryFault.broken(e);
        }
    }

    private static void read(
            ZipArchiveInputStream zip, ZipArchiveEntry entry, Budget budget, EntryFilter filter)
            throws IOException {
        Kind kind = entry.isDirectory() ? Kind.FOLDER : Kind.FILE;
        Optional<String> admitted = filter.admit(ZipArchive.name(entry), kind);
        if (admitted.isPresent() && entry.getGeneralPurposeBit().usesEncryption()) {
            filter.refuse(admitted.get(), Reason.ENCRYPTED, "");
        } else if (admitted.isPresent()) {
            filter.take(
                    admitted.get(),
                    new EntryStream(zip, budget, zip::getCompressedCount, EntryStream.UNKNOWN));
        }
        EntryStream.drain(zip, budget);
    }
}
