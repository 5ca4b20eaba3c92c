package io.opslore.ingest.archive;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Walks over a ZIP's list of contents without keeping it. The library that reads archives holds the
 * whole list in memory, and a file of some megabytes can list a million entries.
 */
final class ZipCensus {

    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int LISTED = 0x02014b50;
    private static final int LISTED_SIZE = 46;
    private static final long IN_ZIP64 = 0xFFFFFFFFL;

    private ZipCensus() {}

    enum Result {
        /** The list stands where it should and is short enough. */
        REGULAR,
        /** There is no list, or it cannot be trusted. */
        IRREGULAR,
        TOO_MANY
    }

    static Result of(Path archive, int most) throws IOException {
        try (FileChannel file = FileChannel.open(archive)) {
            ByteBuffer tail = tail(file);
            int end = end(tail);
            if (end < 0) {
                return Result.IRREGULAR;
            }
            if ((tail.getShort(end + 10) & 0xFFFF) == 0xFFFF) {
                // Its true number stands elsewhere, and is 65,535 at least.
                return most < 0xFFFF ? Result.TOO_MANY : Result.IRREGULAR;
            }
            long size = tail.getInt(end + 12) & 0xFFFFFFFFL;
            long start = tail.getInt(end + 16) & 0xFFFFFFFFL;
            long endPosition = file.size() - tail.limit() + end;
            if (size == IN_ZIP64 || start == IN_ZIP64 || start + size != endPosition) {
                return Result.IRREGULAR;
            }
            return count(file, start, size, most);
        } catch (EOFException e) {
            return Result.IRREGULAR;
        }
    }

    private static Result count(FileChannel file, long start, long size, int most)
            throws IOException {
        file.position(start);
        var list = new DataInputStream(new BufferedInputStream(Channels.newInputStream(file)));
        byte[] fixed = new byte[LISTED_SIZE];
        ByteBuffer header = ByteBuffer.wrap(fixed).order(ByteOrder.LITTLE_ENDIAN);
        long left = size;
        int entries = 0;
        while (left > 0) {
            list.readFully(fixed);
            if (header.getInt(0) != LISTED) {
                return Result.IRREGULAR;
            }
            int more = unsigned(header, 28) + unsigned(header, 30) + unsigned(header, 32);
            list.skipNBytes(more);
            left -= LISTED_SIZE + more;
            if (++entries > most) {
                return Result.TOO_MANY;
            }
        }
        return left == 0 ? Result.REGULAR : Result.IRREGULAR;
    }

    private static int unsigned(ByteBuffer header, int at) {
        return header.getShort(at) & 0xFFFF;
    }

    private static ByteBuffer tail(FileChannel file) throws IOException {
        long length = Math.min(file.size(), END_SIZE + LONGEST_COMMENT);
        ByteBuffer tail = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
        long at = file.size() - length;
        while (tail.hasRemaining() && file.read(tail, at + tail.position()) >= 0) {}
        return tail.flip();
    }

    private static int end(ByteBuffer tail) {
        for (int at = tail.limit() - END_SIZE; at >= 0; at--) {
            if (tail.getInt(at) == END) {
                // The last one is what others take as well, so it must be a true one.
                return at + END_SIZE + unsigned(tail, at + 20) == tail.limit() ? at : -1;
            }
        }
        return -1;
    }
}
