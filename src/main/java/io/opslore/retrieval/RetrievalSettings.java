package io.opslore.retrieval;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param index the folder of the embedded index; may be deleted while the portal is down
 * @param nativeLibraries where the tokenizer's native library is unpacked
 * @param embeddingThreads how many cores embedding may use; 0 for all
 * @param wordsWeight what the words arm weighs against the meaning arm, 0 to 1, where the embedder
 *     reads the question's language
 * @param candidates how many chunks each arm is asked for before fusion
 * @param windowsPerChunk the most windows embedded of one chunk; only a chunk of one huge line has
 *     more
 * @param commitEvery how long a change of the index may wait to become durable
 */
@Validated
@ConfigurationProperties("opslore.retrieval")
record RetrievalSettings(
        @NotNull Path index,
        @NotNull Path nativeLibraries,
        @Min(0) int embeddingThreads,
        @DecimalMin("0") @DecimalMax("1") double wordsWeight,
        @Min(10) @Max(1000) int candidates,
        @Min(1) int windowsPerChunk,
        @NotNull Duration commitEvery) {

    int threads() {
        return embeddingThreads > 0 ? embeddingThreads : Runtime.getRuntime().availableProcessors();
    }
}
