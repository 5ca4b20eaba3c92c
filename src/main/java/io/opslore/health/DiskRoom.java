package io.opslore.health;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much room the disk has that a folder is on.
 *
 * @param free bytes that may still be written
 * @param total bytes in all
 */
public record DiskRoom(long free, long total) {

    private static final long LOW = 1L << 30;
    private static final long NOTHING = 64L << 20;
    private static final double LOW_SHARE = 0.05;

    /** Of the folder, or of the nearest above it that is there. */
    public static DiskRoom of(Path folder) throws IOException {
        FileStore store = Files.getFileStore(existing(folder));
        return new DiskRoom(store.getUsableSpace(), store.getTotalSpace());
    }

    /** Whether the folder can be written to, and how much more. */
    public static Condition look(Path folder) throws IOException {
        Path there = existing(folder);
        if (!Files.isWritable(there)) {
            return Condition.down("disk.readOnly");
        }
        return of(there).condition();
    }

    private Condition condition() {
        if (free < NOTHING) {
            return Condition.down("disk.full", gigabytes(free), gigabytes(total));
        }
        boolean low = free < LOW || free < Math.min(total * LOW_SHARE, 10.0 * LOW);
        return low
                ? Condition.degraded("disk.low", gigabytes(free), gigabytes(total))
                : Condition.up("disk.up", gigabytes(free), gigabytes(total));
    }

    private static Path existing(Path folder) {
        Path there = folder.toAbsolutePath().normalize();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }

    /** As they are shown: more would change with every look. */
    private static double gigabytes(long bytes) {
        return Math.round(bytes * 10.0 / (1L << 30)) / 10.0;
    }
}
