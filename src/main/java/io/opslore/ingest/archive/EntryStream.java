package io.opslore.ingest.archive;

import io.opslore.ingest.BatchItem.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import java.util.zip.CRC32;

/**
 * One entry's bytes, counted against the limits. Every fault of the archive leaves as an {@link
 * EntryFault}, so that it cannot be taken for a fault of whoever reads.
 */
final class EntryStream extends InputStream {

    /** No promise about the checksum. */
    static final long UNKNOWN = -1;

    /** Up to here an entry may be anything: a page of blanks is no bomb. */
    private static final long HARMLESS = 1024 * 1024;

    private final InputStream in;
    private final Budget budget;
    private final LongSupplier compressed;
    private final long expectedCrc;
    private final CRC32 crc = new CRC32();
    private long produced;

    /**
     * @param compressed how many bytes of the archive this entry has taken up so far
     * @param expectedCrc what the archive says, or {@link #UNKNOWN}
     */
    EntryStream(InputStream in, Budget budget, LongSupplier compressed, long expectedCrc) {
        this.in = in;
        this.budget = budget;
        this.compressed = compressed;
        this.expectedCrc = expectedCrc;
    }

    /** Goes to an entry's end without using it, which may cost as much as using it. */
    static void drain(InputStream entry, Budget budget) throws EntryFault {
        byte[] buffer = new byte[16_384];
        try {
            int got = entry.read(buffer, 0, buffer.length);
            while (got >= 0) {
                budget.spend(got);
                got = entry.read(buffer, 0, buffer.length);
            }
        } catch (EntryFault e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw EntryFault.broken(e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int got = readArchive(buffer, offset, length);
        if (got < 0) {
            checkSum();
            return got;
        }
        crc.update(buffer, offset, got);
        produced += got;
        budget.spend(got);
        if (produced > HARMLESS && produced / budget.maxRatio() > compressed.getAsLong()) {
            throw new EntryFault(
                    Reason.EXPANDS_TOO_MUCH, "more than " + budget.maxRatio() + " times its size");
        }
        return got;
    }

    // A decoder meets hostile bytes with any exception.
    private int readArchive(byte[] buffer, int offset, int length) throws EntryFault {
        try {
            return in.read(buffer, offset, length);
        } catch (EntryFault e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw EntryFault.broken(e);
        }
    }

    private void checkSum() throws EntryFault {
        if (expectedCrc != UNKNOWN && crc.getValue() != expectedCrc) {
            throw new EntryFault(Reason.BROKEN, "wrong checksum");
        }
    }
}
