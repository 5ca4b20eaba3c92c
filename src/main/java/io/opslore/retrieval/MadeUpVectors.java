package io.opslore.retrieval;

import io.opslore.retrieval.engine.Embedder;
import io.opslore.retrieval.text.Language;
import io.opslore.retrieval.text.TokenSpans;
import java.util.List;
import java.util.Random;

/** An embedder's tokens, and vectors of length 1 that say nothing; always the same for a text. */
record MadeUpVectors(Embedder real) implements Embedder {

    @Override
    public String model() {
        return real.model();
    }

    @Override
    public int dimensions() {
        return real.dimensions();
    }

    @Override
    public boolean reads(Language language) {
        return real.reads(language);
    }

    @Override
    public int tokens(String text) {
        return real.tokens(text);
    }

    @Override
    public TokenSpans spans(String text) {
        return real.spans(text);
    }

    @Override
    public float[] query(String text) {
        return real.query(text);
    }

    @Override
    public List<float[]> passages(List<String> texts) {
        return texts.stream().map(this::madeUp).toList();
    }

    @Override
    public void close() {
        // The real one is somebody else's.
    }

    private float[] madeUp(String text) {
        var random = new Random(text.hashCode());
        float[] vector = new float[dimensions()];
        double squares = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
            squares += vector[i] * vector[i];
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }
}
