package io.opslore.retrieval.onnx;

import io.opslore.retrieval.engine.Embedder;
import io.opslore.retrieval.text.Language;
import io.opslore.retrieval.text.TokenSpans;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * bge-small-en-v1.5, quantised to 8 bits, inside the portal. The model computes on the thread that
 * calls it, so passages are spread over as many threads as there are cores; questions have threads
 * of their own and never wait for a bulk of passages.
 *
 * <p>Each passage is computed alone. That is faster than in batches of any size, by an eighth where
 * their lengths are alike and by a third where they are not, since nothing is spent on padding; and
 * a vector does not depend on its neighbours.
 *
 * <p>Nothing is loaded before the first text is read: a portal that only starts does not pay.
 */
public final class OnnxEmbedder implements Embedder {

    private static final String MODEL = "bge-small-en-v1.5-q";
    private static final String INSTRUCTION =
            "Represent this sentence for searching relevant passages: ";
    private static final int DIMENSIONS = 384;

    private final BgeModel model;
    private final BgeTokenizer tokenizer;
    private final ExecutorService bulk;
    private final ExecutorService questions;

    /**
     * @param nativeLibraries where the libraries in native code are unpacked
     * @param threads how many cores a bulk of passages may use
     */
    public OnnxEmbedder(Path nativeLibraries, int threads) {
        tokenizer = new BgeTokenizer(MODEL, nativeLibraries);
        model = new BgeModel(MODEL, nativeLibraries);
        bulk = threads(threads, "embed-");
        questions = threads(threads, "embed-question-");
    }

    @Override
    public String model() {
        return MODEL;
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public boolean reads(Language language) {
        return language == Language.EN;
    }

    @Override
    public int tokens(String text) {
        return tokenizer.count(text);
    }

    @Override
    public TokenSpans spans(String text) {
        return tokenizer.spans(text);
    }

    @Override
    public float[] query(String text) {
        long[] tokens = tokenizer.cutToFit(INSTRUCTION + text);
        return finished(questions.submit(() -> model.embed(tokens)));
    }

    @Override
    public List<float[]> passages(List<String> texts) {
        List<Future<float[]>> running = new ArrayList<>();
        for (long[] tokens : texts.stream().map(tokenizer::fitting).toList()) {
            running.add(bulk.submit(() -> model.embed(tokens)));
        }
        return running.stream().map(OnnxEmbedder::finished).toList();
    }

    @Override
    public void close() {
        bulk.shutdownNow();
        questions.shutdownNow();
        bulk.close();
        questions.close();
        model.close();
        tokenizer.close();
    }

    private static <T> T finished(Future<T> work) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return work.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IllegalStateException("The embedding model failed", e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static ExecutorService threads(int count, String name) {
        return Executors.newFixedThreadPool(
                count, Thread.ofPlatform().daemon().name(name, 0).factory());
    }
}
