package io.opslore.retrieval.engine;

import java.util.Set;

/**
 * The indexes of one engine, one for each generation, side by side: a new one is filled while
 * another answers. Thread-safe.
 */
public interface KnowledgeIndexes {

    /**
     * Opens the generation's index, or makes an empty one. Whoever opens it closes it before it is
     * opened again or dropped.
     *
     * @param model what its vectors are made with: an index of another model is emptied
     */
    KnowledgeIndex open(GenerationId generation, String model);

    /** Deletes a generation's index with all it holds; does nothing where there is none. */
    void drop(GenerationId generation);

    /** The generations that there is an index of, open or not. */
    Set<GenerationId> stored();

    /** How many bytes a generation's index takes up; 0 where there is none. */
    long size(GenerationId generation);
}
