package io.opslore.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The one folder that the portal under test may read log files below. */
public final class TestingLogs {

    private static final Path FOLDER = made();

    private TestingLogs() {}

    public static Path folder() {
        return FOLDER;
    }

    private static Path made() {
        try {
            return Files.createTempDirectory("opslore-logs").toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
