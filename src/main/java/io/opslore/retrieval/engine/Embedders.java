package io.opslore.retrieval.engine;

import java.util.Optional;

/**
 * The embedding models that this portal can run, several at once: while a generation of a new model
 * is built, questions are still embedded by that of the old one. Thread-safe.
 */
public interface Embedders {

    /** The one that is asked for at this moment. */
    Embedder wanted();

    /** Empty if this portal cannot run the model, or not any more. */
    Optional<Embedder> named(String model);
}
