package io.opslore.retrieval;

import io.opslore.retrieval.engine.Embedder;
import io.opslore.retrieval.text.Language;
import io.opslore.retrieval.text.TokenSpans;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Texts are near when they share words; reads English alone. Counts what it computes. */
final class TestingEmbedder implements Embedder {

    private static final Pattern TOKEN = Pattern.compile("\\w+|[^\\s\\w]");
    private static final int DIMENSIONS = 32;

    final AtomicInteger computed = new AtomicInteger();
    private final String model;
    private final Semaphore permits;

    /**
     * @param hold after so many passages the building of an index stands still; until {@link
     *     #letGo}
     */
    TestingEmbedder(String model, int hold) {
        this.model = model;
        this.permits = new Semaphore(hold);
    }

    boolean isHeld() {
        return permits.hasQueuedThreads();
    }

    void letGo() {
        permits.release(1_000_000);
    }

    @Override
    public String model() {
        return model;
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
        return spans(text).count();
    }

    @Override
    public TokenSpans spans(String text) {
        List<int[]> found =
                TOKEN.matcher(text).results().map(m -> new int[] {m.start(), m.end()}).toList();
        return new TokenSpans(
                found.stream().mapToInt(span -> span[0]).toArray(),
                found.stream().mapToInt(span -> span[1]).toArray());
    }

    @Override
    public float[] query(String text) {
        return vector(text);
    }

    @Override
    public List<float[]> passages(List<String> texts) {
        return texts.stream()
                .map(text -> {
                    if (Thread.currentThread().getName().equals("index-building")) {
                        permits.acquireUninterruptibly();
                    }
                    computed.incrementAndGet();
                    return vector(text);
                })
                .toList();
    }

    @Override
    public void close() {}

    private static float[] vector(String text) {
        float[] sums = new float[DIMENSIONS];
        sums[0] = 0.1f;
        Matcher words = TOKEN.matcher(text.toLowerCase(Locale.ROOT));
        while (words.find()) {
            sums[Math.floorMod(words.group().hashCode(), DIMENSIONS)]++;
        }
        double length =
                Math.sqrt(IntStream.range(0, DIMENSIONS).mapToDouble(i -> sums[i] * sums[i]).sum());
        for (int i = 0; i < DIMENSIONS; i++) {
            sums[i] /= (float) length;
        }
        return sums;
    }
}
