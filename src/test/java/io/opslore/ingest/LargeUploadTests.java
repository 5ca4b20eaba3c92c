package io.opslore.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.testing.TestingPortalClient;
import io.opslore.testing.TestingPortalProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A file of the largest size that is taken is larger than what the portal's memory has room for.
 */
class LargeUploadTests {

    private static final int MB = 1024 * 1024;

    @TempDir private Path data;
    @TempDir private Path files;

    @Test
    void largeFilesGoThroughASmallMemory() throws Exception {
        Path text = text(200);
        var small =
                Map.of(TestingPortalProcess.HEAP, "256m", "OLLAMA_BASE_URL", "http://127.0.0.1:9");
        try (var portal = TestingPortalProcess.start(data, small)) {
            TestingPortalClient client = TestingPortalClient.of(data);

            client.upload("Large", "large.log", text);
            client.upload("Large", "small.md", "# Small\n\nText.\n");

            client.awaitReady("Large", 1);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> client.states("Large").get("failed").asInt() == 1);
            JsonNode failure = client.states("Large").get("failures").get(0);
            assertThat(failure.get("path").asString()).isEqualTo("large.log");
            assertThat(failure.get("reason").asString()).isEqualTo("TOO_LARGE");
            assertThat(portal.output()).doesNotContain("OutOfMemoryError");
        }
    }

    private Path text(int megabytes) throws IOException {
        Path file = files.resolve("large.log");
        byte[] line =
                "2026-11-22 12:00:00 INFO nothing happened at all here, again and again\n"
                        .getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = new java.io.BufferedOutputStream(Files.newOutputStream(file))) {
            for (long written = 0;
                    written + line.length < (long) megabytes * MB;
                    written += line.length) {
                out.write(line);
            }
        }
        return file;
    }
}
