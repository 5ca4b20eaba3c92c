package io.opslore.models;

import java.time.Duration;
import java.util.List;

/**
 * A server with models that make numbers of texts. Everything ends with {@link ModelFailure} where
 * the server does not do it. Thread-safe.
 */
public interface EmbeddingServer {

    /** What it tells of a model, without asking the model itself. */
    About about(String model);

    /** The vectors of the texts, in the same order, each as long as the model makes it. */
    List<float[]> embed(Wish wish, List<String> texts);

    /**
     * A model as the server describes it.
     *
     * @param digest of its bytes; empty where the server does not say
     * @param contextTokens how much text it reads at most; 0 where the server does not say
     */
    record About(String digest, int contextTokens) {}

    /**
     * How texts are embedded.
     *
     * @param whole whether a text that the model cannot read to its end is refused; else the end is
     *     left out
     * @param limit how long it may take, loading the model included
     * @param keepAlive how long the model stays loaded afterwards
     */
    record Wish(String model, boolean whole, Duration limit, Duration keepAlive) {}
}
