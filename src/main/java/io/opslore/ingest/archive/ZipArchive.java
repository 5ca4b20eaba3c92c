package io.opslore.ingest.archive;

import io.opslore.ingest.BatchItem.Reason;
import io.opslore.ingest.IngestSettings;
import io.opslore.ingest.archive.EntryFilter.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Reads a ZIP by its list of contents, so that one damaged entry leaves the others readable. */
final class ZipArchive {

    private static final int TYPE = 0170000;
    private static final int REGULAR = 0100000;

    private ZipArchive() {}

    static Ending read(
            Path archive,
            IngestSettings.Archive limits,
            Budget budget,
            EntryFilter filter,
            LongConsumer read)
            throws IOException {
        return switch (ZipCensus.of(archive, limits.maxEntries())) {
            case REGULAR -> readListed(archive, budget, filter, read);
            case IRREGULAR -> ZipRescue.read(archive, budget, filter, read);
            case TOO_MANY ->
                    new Ending.BrokenOff(
                            Reason.TOO_MANY_ENTRIES,
                            "more than " + limits.maxEntries() + " entries");
        };
    }

    private static Ending readListed(
            Path archive, Budget budget, EntryFilter filter, LongConsumer read) throws IOException {
        try (ZipFile zip = open(archive)) {
            long behind = 0;
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (!filter.goOn()) {
                    return new Ending.Stopped();
                }
                read(zip, entry, budget, filter);
                behind += Math.max(0, entry.getCompressedSize());
                read.accept(behind);
            }
            return new Ending.Whole();
        }
    }

    private static ZipFile open(Path archive) throws EntryFault {
        try {
            return ZipFile.builder()
                    .setPath(archive)
                    .setCharset(StandardCharsets.UTF_8)
                    .setIgnoreLocalFileHeader(true)
                    .get();
        } catch (IOException | RuntimeException e) {
            throw EntryFault.broken(e);
        }
    }

    private static void read(ZipFile zip, ZipArchiveEntry entry, Budget budget, EntryFilter filter)
            throws IOException {
        Optional<String> admitted = filter.admit(name(entry), kind(entry));
        if (admitted.isEmpty()) {
            return;
        }
        String path = admitted.get();
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            filter.refuse(path, Reason.ENCRYPTED, "");
            return;
        }
        try (InputStream bytes = bytes(zip, entry)) {
            long compressed = Math.max(0, entry.getCompressedSize());
            filter.take(path, new EntryStream(bytes, budget, () -> compressed, entry.getCrc()));
        } catch (EntryFault fault) {
            if (budget.isExhausted()) {
                throw fault;
            }
            filter.refuse(path, fault.reason(), fault.detail());
        }
    }

    private static InputStream bytes(ZipFile zip, ZipArchiveEntry entry) throws EntryFault {
        try {
            InputStream bytes = zip.canReadEntryData(entry) ? zip.getInputStream(entry) : null;
            if (bytes == null) {
                throw new EntryFault(Reason.BROKEN, "compression method " + entry.getMethod());
            }
            return bytes;
        } catch (EntryFault e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw EntryFault.broken(e);
        }
    }

    static String name(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        boolean marked = entry.getGeneralPurposeBit().usesUTF8ForNames();
        boolean named = entry.getNameSource() == ZipArchiveEntry.NameSource.NAME;
        return raw == null || marked || !named ? entry.getName() : EntryName.decoded(raw);
    }

    private static Kind kind(ZipArchiveEntry entry) {
        if (entry.isDirectory() || name(entry).endsWith("\\")) {
            return Kind.FOLDER;
        }
        if (entry.isUnixSymlink()) {
            return Kind.LINK;
        }
        int type = entry.getUnixMode() & TYPE;
        return type == 0 || type == REGULAR ? Kind.FILE : Kind.SPECIAL;
    }
}
