package io.opslore.retrieval.engine;

import io.opslore.retrieval.text.Language;
import io.opslore.retrieval.text.TokenSpans;
import java.util.List;

/** An embedding model. All vectors have length 1. Thread-safe. */
public interface Embedder extends AutoCloseable {

    /** Names the model and everything else that its vectors depend on. */
    String model();

    /** How many numbers a vector has. */
    int dimensions();

    /** Whether its vectors mean something for texts in this language. */
    boolean reads(Language language);

    /**
     * How many of its own tokens a text has, without the special ones. Texts may be of any size.
     */
    int tokens(String text);

    /** Where its tokens stand in a text. */
    TokenSpans spans(String text);

    /** The vector of a question; what does not fit into the model's window is left out. */
    float[] query(String text);

    /**
     * The vectors of passages, in the same order, using all cores.
     *
     * @throws IllegalArgumentException if one does not fit into the model's window: nothing is ever
     *     cut silently
     */
    List<float[]> passages(List<String> texts);

    @Override
    void close();
}
