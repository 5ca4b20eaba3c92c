package io.opslore.retrieval.engine;

import java.util.List;
import java.util.Optional;

/**
 * The embedding models that this portal can run, several at once: while a generation of a new model
 * is built, questions are still embedded by that of the old one.
 *
 * @param wanted the one that the settings ask for
 * @param all among them the wanted one
 */
public record Embedders(Embedder wanted, List<Embedder> all) {

    public Embedders {
        all = List.copyOf(all);
    }

    /** Empty if this portal cannot run the model, or not any more. */
    public Optional<Embedder> named(String model) {
        return all.stream().filter(embedder -> embedder.model().equals(model)).findFirst();
    }
}
