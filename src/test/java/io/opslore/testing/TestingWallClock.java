package io.opslore.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The time of day that a process and its children see, by the library {@code faketime}; how time
 * passes for them stays as it is. Skips the test where that library is not installed.
 */
public final class TestingWallClock {

    private final Path library;
    private final Path offset;

    private TestingWallClock(Path library, Path offset) {
        this.library = library;
        this.offset = offset;
    }

    /** Right, until it jumps. */
    public static TestingWallClock in(Path folder) throws IOException {
        var library =
                Stream.of("x86_64-linux-gnu", "aarch64-linux-gnu")
                        .map(machine -> Path.of("/usr/lib", machine, "faketime/libfaketimeMT.so.1"))
                        .filter(Files::exists)
                        .findFirst();
        Assumptions.assumeTrue(library.isPresent(), "no libfaketime: install Debian's faketime");
        var clock = new TestingWallClock(library.orElseThrow(), folder.resolve("offset"));
        clock.jump("+0");
        return clock;
    }

    /** What makes a process see it. */
    public Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD",
                library.toString(),
                "FAKETIME_TIMESTAMP_FILE",
                offset.toString(),
                "FAKETIME_NO_CACHE",
                "1",
                "DONT_FAKE_MONOTONIC",
                "1");
    }

    /** From now on it differs so much from the right time, such as {@code +1d}. */
    public void jump(String by) throws IOException {
        Path part = offset.resolveSibling("offset.part");
        Files.writeString(part, by + "\n");
        Files.move(
                part, offset, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
