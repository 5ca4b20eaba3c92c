package io.opslore.health;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

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
            return Condition.down("The folder cannot be written to.");
        }
        return of(there).condition();
    }

    private Condition condition() {
        String left = "%s of %s are free.".formatted(size(free), size(total));
        if (free < NOTHING) {
            return Condition.down("The disk is full: " + left);
        }
        boolean low = free < LOW || free < Math.min(total * LOW_SHARE, 10.0 * LOW);
        return low ? Condition.degraded("The disk fills up: " + left) : Condition.up(left);
    }

    private static Path existing(Path folder) {
        Path there = folder.toAbsolutePath().normalize();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }

    private static String size(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1L << 30));
    }
}
