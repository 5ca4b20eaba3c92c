package io.opslore.models;

import io.opslore.identity.Asker;
import java.util.Optional;

/**
 * Which model makes the numbers that search by meaning compares. The room that searches does it;
 * here is only what the catalogue needs of it. Thread-safe.
 */
public interface EmbeddingTask {

    /** For those who manage models. */
    EmbeddingStatus status(Asker asker);

    /**
     * For those who manage models. A new index is built with the model, beside the one that
     * answers, which goes on until the new one holds everything; one that was being built is given
     * up. The model is tried first, which can take as long as loading it.
     *
     * @param model as the server calls it; empty for the one that comes with the portal
     * @throws ModelFailure if the server does not embed with it
     * @throws UnfitModel if what it makes of texts is of no use here
     */
    void choose(Optional<String> model, Asker asker);

    /** A model answers, but not with what search needs; the message says why, for people. */
    final class UnfitModel extends RuntimeException {

        public UnfitModel(String message) {
            super(message);
        }
    }
}
