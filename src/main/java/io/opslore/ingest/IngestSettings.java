package io.opslore.ingest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How documents are taken in.
 *
 * @param folder for the workers' temporary files; its absolute path also names this portal in the
 *     queue, so that a restarted portal knows the work that it left behind
 * @param maxFileSize larger files are refused before they are stored
 * @param maxTextLength texts of more characters are not indexed
 */
@Validated
@ConfigurationProperties("opslore.ingest")
public record IngestSettings(
        @NotNull Path folder,
        @NotNull DataSize maxFileSize,
        @Min(1000) @Max(100_000_000) int maxTextLength,
        @Valid @NotNull Queue queue,
        @Valid @NotNull Worker worker,
        @Valid @NotNull Archive archive) {

    /**
     * The durable queue.
     *
     * @param extractionThreads how many files are read at the same time
     * @param embeddingThreads how many revisions are embedded at the same time
     * @param attempts how often a step that met a passing fault is tried in all
     * @param firstRetry the pause before the second attempt; doubled for each further one
     * @param poll how often due work is looked for when nothing announced it
     * @param heartbeat how often running work is confirmed; work without four in a row is given to
     *     another portal
     */
    public record Queue(
            @Min(1) int extractionThreads,
            @Min(1) int embeddingThreads,
            @Min(1) int attempts,
            @NotNull Duration firstRetry,
            @NotNull Duration poll,
            @NotNull Duration heartbeat) {}

    /**
     * The processes that read PDF, DOCX and HTML.
     *
     * @param processes how many may run at the same time
     * @param heap the most memory that one may use for objects
     * @param timeLimit the most time for one file
     * @param idle a process without work for so long is ended
     * @param files a process is replaced after so many
     */
    public record Worker(
            @Min(1) int processes,
            @NotNull DataSize heap,
            @NotNull Duration timeLimit,
            @NotNull Duration idle,
            @Min(1) int files) {}

    /**
     * What an archive may cost. A bomb is small, and grows when it is opened.
     *
     * @param maxSize larger archives are refused before they are stored
     * @param maxEntries one with more entries is not read any further
     * @param maxExpanded one that holds more in all is not read any further
     * @param maxRatio an entry that grows by more than this is refused, once it is beyond 1 MB
     */
    public record Archive(
            @NotNull DataSize maxSize,
            @Min(1) @Max(65_000) int maxEntries,
            @NotNull DataSize maxExpanded,
            @Min(2) int maxRatio) {}
}
