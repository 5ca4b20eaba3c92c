package io.opslore.retrieval;

import io.opslore.retrieval.text.ChunkSize;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param index the folder of the embedded index; may be deleted while the portal is down
 * @param nativeLibraries where the embedder's libraries in native code are unpacked
 * @param embeddingThreads how many cores embedding may use; 0 for all
 * @param wordsWeight what the words arm weighs against the meaning arm, 0 to 1, where the embedder
 *     reads the question's language
 * @param candidates how many chunks each arm is asked for before fusion
 * @param chunk how large chunks are; another size builds a new index beside the old one
 * @param windowsPerChunk the most windows embedded of one chunk; only a chunk of one huge line has
 *     more
 * @param commitEvery how long a change of the index may wait to become durable
 * @param keepReplaced how long a replaced revision stays in the index: longer than any search takes
 * @param keepRetired how long a replaced index is kept, so that a person can go back to it
 */
@Validated
@ConfigurationProperties("opslore.retrieval")
record RetrievalSettings(
        @NotNull Path index,
        @NotNull Path nativeLibraries,
        @Min(0) int embeddingThreads,
        @DecimalMin("0") @DecimalMax("1") double wordsWeight,
        @Min(10) @Max(1000) int candidates,
        @NotNull @Valid Chunk chunk,
        @Min(1) int windowsPerChunk,
        @NotNull Duration commitEvery,
        @NotNull @DurationMin(seconds = 0) Duration keepReplaced,
        @NotNull @DurationMin(seconds = 0) Duration keepRetired) {

    /**
     * In estimated tokens of a usual chat model.
     *
     * @param minTokens from here on a heading begins a new chunk
     * @param maxTokens a chunk is not larger, unless a single line is
     */
    record Chunk(@Min(50) int minTokens, @Max(4000) int maxTokens) {

        @AssertTrue(message = "max-tokens must not be smaller than min-tokens")
        boolean isOrdered() {
            return maxTokens >= minTokens;
        }

        ChunkSize size() {
            return new ChunkSize(minTokens, maxTokens);
        }
    }

    int threads() {
        return embeddingThreads > 0 ? embeddingThreads : Runtime.getRuntime().availableProcessors();
    }
}
