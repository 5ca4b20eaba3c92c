package io.opslore.retrieval;

import io.opslore.retrieval.engine.GenerationId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An index generation as PostgreSQL knows it.
 *
 * @param askedBy who asked for it; null where the settings did
 * @param paused whether its building waits until a person lets it go on
 * @param declined whether a person went back from it or cancelled it, so that it is not built again
 *     by itself
 * @param finishedAt when it first was complete; null before
 * @param retiredAt when another one took its place; null before
 * @param embedded windows that the model computed for it while it was built
 * @param reused windows whose vectors were known already
 * @param busy how long its building has worked, pauses left out
 */
public record IndexGeneration(
        GenerationId id,
        Recipe recipe,
        GenerationState state,
        @Nullable String askedBy,
        boolean paused,
        boolean declined,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant retiredAt,
        long embedded,
        long reused,
        Duration busy) {

    /** Whether it answered before and is only brought up to date. */
    public boolean isComingBack() {
        return state == GenerationState.BUILDING && finishedAt != null;
    }
}
