package io.opslore.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A small disk of its own, in memory, that can be filled. Skips the test where none can be had. */
public final class TestingDisk implements AutoCloseable {

    private final Path folder;

    private TestingDisk(Path folder) {
        this.folder = folder;
    }

    /** Puts one of so many megabytes there, which must be an empty folder. */
    public static TestingDisk at(Path folder, int megabytes) {
        return mounted(folder, "size=" + megabytes + "m");
    }

    /** The same, from which nothing can be run, as hardened machines mount {@code /tmp}. */
    public static TestingDisk noexecAt(Path folder, int megabytes) {
        return mounted(folder, "noexec,size=" + megabytes + "m");
    }

    private static TestingDisk mounted(Path folder, String options) {
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder),
                "no tmpfs can be mounted here");
        return new TestingDisk(folder);
    }

    /** Leaves no byte free. */
    public void fill() throws IOException {
        try (var ballast = Files.newOutputStream(ballast())) {
            byte[] block = new byte[1 << 16];
            while (true) {
                ballast.write(block);
            }
        } catch (IOException full) {
            // That is what was wanted.
            if (folder.toFile().getUsableSpace() > 1 << 16) {
                throw full;
            }
        }
    }

    /** Frees it again. */
    public void free() throws IOException {
        Files.deleteIfExists(ballast());
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    @Override
    public void close() {
        run("umount", "-l", folder);
    }

    private static boolean run(Object... command) {
        try {
            Process process =
                    new ProcessBuilder(Stream.of(command).map(String::valueOf).toList())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
