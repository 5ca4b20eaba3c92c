package io.opslore.retrieval.engine;

import io.opslore.retrieval.IndexAway;
import io.opslore.retrieval.IndexSnapshot;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The indexes of one engine, one for each generation, side by side: a new one is filled while
 * another answers. Thread-safe.
 */
public interface KnowledgeIndexes extends AutoCloseable {

    /**
     * Opens the generation's index, or makes an empty one. Whoever opens it closes it before it is
     * opened again or dropped.
     *
     * @param model what its vectors are made with: an index of another model is emptied
     * @param dimensions how many numbers such a vector has
     */
    KnowledgeIndex open(GenerationId generation, String model, int dimensions);

    /** Deletes a generation's index with all it holds; does nothing where there is none. */
    void drop(GenerationId generation);

    /** The generations that there is an index of, open or not. */
    Set<GenerationId> stored();

    /** How many bytes a generation's index takes up; 0 where there is none. */
    long size(GenerationId generation);

    /** Lets go of what all of them share; those that are open are closed before. */
    @Override
    default void close() {}

    /**
     * Tells of each generation whose index turns out to be lost while it is open. The call that
     * finds out throws {@link IndexAway}; later ones work on an empty index.
     */
    default void onLoss(Consumer<GenerationId> told) {}

    /**
     * Has the engine keep a generation as it is now, for a backup; empty where the engine's files
     * are copied with the data folder, or where there is no such generation.
     */
    default Optional<IndexSnapshot> snapshot(GenerationId generation) {
        return Optional.empty();
    }
}
