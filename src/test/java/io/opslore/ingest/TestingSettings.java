package io.opslore.ingest;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** The settings as they come, except for what a test is about. */
public final class TestingSettings {

    private TestingSettings() {}

    public static IngestSettings in(Path folder) {
        return with(folder, DataSize.ofMegabytes(512), Duration.ofSeconds(60));
    }

    public static IngestSettings with(Path folder, DataSize heap, Duration timeLimit) {
        return new IngestSettings(
                folder,
                DataSize.ofMegabytes(200),
                10_000_000,
                new IngestSettings.Queue(
                        2,
                        2,
                        5,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5)),
                new IngestSettings.Worker(1, heap, timeLimit, Duration.ofMinutes(2), 200),
                archive());
    }

    public static IngestSettings.Archive archive() {
        return new IngestSettings.Archive(
                DataSize.ofGigabytes(1), 20_000, DataSize.ofGigabytes(4), 200);
    }
}
