package io.opslore.retrieval;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a generation stands.
 *
 * @param documents all documents that answer
 * @param done those of them that are whole in it
 * @param bytes the size of all their originals
 * @param bytesDone the size of those that are whole in it
 * @param disk bytes that its index takes up
 * @param embeds whether this portal can run its model; without, it is found by words alone
 * @param problem what keeps it from being finished; null for nothing
 */
public record GenerationStatus(
        IndexGeneration generation,
        long documents,
        long done,
        long bytes,
        long bytesDone,
        long chunks,
        long windows,
        long disk,
        boolean embeds,
        @Nullable String problem) {

    /** Windows that are still to be given a vector, judged by what the documents so far had. */
    public Optional<Long> windowsLeft() {
        return bytesDone == 0
                ? Optional.empty()
                : Optional.of(Math.round(windows * (bytes - bytesDone) / (double) bytesDone));
    }

    /** How long the rest will take, judged by what the documents so far took. */
    public Optional<Duration> timeLeft() {
        return bytesDone == 0 || generation.busy().isZero()
                ? Optional.empty()
                : Optional.of(
                        Duration.ofMillis(
                                Math.round(
                                        generation.busy().toMillis()
                                                * (bytes - bytesDone)
                                                / (double) bytesDone)));
    }

    /** Windows that were given their vectors in a second of work, known ones among them. */
    public double windowsPerSecond() {
        long millis = generation.busy().toMillis();
        return millis == 0 ? 0 : (generation.embedded() + generation.reused()) * 1000.0 / millis;
    }
}
