package io.opslore.ingest.archive;

import io.opslore.ingest.BatchItem.Reason;
import io.opslore.ingest.IngestSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;

/** ZIP, TAR and TAR.GZ. */
public final class Archives {

    private static final List<String> ENDINGS = List.of(".zip", ".tar", ".tar.gz", ".tgz");
    private static final int HEAD = 262;
    private static final int TAR_MAGIC = 257;

    private Archives() {}

    /** Whether a file of that name is to be unpacked. */
    public static boolean isNamedLikeOne(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    /**
     * Reads an archive, whatever it is named, from its beginning.
     *
     * @param read told now and then how many of the archive's bytes are behind
     * @throws IOException where the archive's own file cannot be read, and what {@code entries}
     *     throws
     */
    public static Ending read(
            Path archive, IngestSettings.Archive limits, Entries entries, LongConsumer read)
            throws IOException {
        var budget = new Budget(limits);
        var filter = new EntryFilter(entries, budget);
        byte[] head = head(archive);
        try {
            if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
                return ZipArchive.read(archive, limits, budget, filter, read);
            }
            if (startsWith(head, 0x1F, 0x8B)) {
                return TarArchive.read(archive, true, budget, filter, read);
            }
            if (isTar(head)) {
                return TarArchive.read(archive, false, budget, filter, read);
            }
            return new Ending.BrokenOff(Reason.BROKEN, "not a ZIP or TAR archive");
        } catch (EntryFault fault) {
            return new Ending.BrokenOff(fault.reason(), fault.detail());
        }
    }

    private static byte[] head(Path archive) throws IOException {
        try (InputStream in = Files.newInputStream(archive)) {
            return in.readNBytes(HEAD);
        }
    }

    private static boolean isTar(byte[] head) {
        return head.length == HEAD
                && new String(head, TAR_MAGIC, 5, StandardCharsets.US_ASCII).equals("ustar");
    }

    private static boolean startsWith(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
