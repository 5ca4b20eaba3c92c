package io.opslore.retrieval.onnx;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import io.opslore.retrieval.text.TokenSpans;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The model's own tokenizer, loaded at the first call. */
final class BgeTokenizer {

    /** What the model can read, its two special tokens included. */
    private static final int WINDOW = 512;

    /** Longer texts are counted by the slice, so that a huge one does not fill the memory. */
    private static final int SLICE = 32_768;

    private static final Map<String, String> OPTIONS =
            Map.of("truncation", "false", "padding", "false");

    private final String name;
    private final Path nativeLibraries;
    private @Nullable HuggingFaceTokenizer loaded;

    BgeTokenizer(String name, Path nativeLibraries) {
        this.name = name;
        this.nativeLibraries = nativeLibraries;
    }

    int count(String text) {
        int count = 0;
        int from = 0;
        while (from < text.length()) {
            int end = endOfSlice(text, from);
            count += encode(text.substring(from, end), false).getIds().length;
            from = end;
        }
        return count;
    }

    TokenSpans spans(String text) {
        List<CharSpan> spans = new ArrayList<>();
        for (CharSpan span : encode(text, false).getCharTokenSpans()) {
            if (span != null) {
                spans.add(span);
            }
        }
        int[] starts = new int[spans.size()];
        int[] ends = new int[spans.size()];
        int chars = 0;
        int codePoints = 0;
        // The tokenizer counts code points, Java chars.
        for (int i = 0; i < spans.size(); i++) {
            CharSpan span = spans.get(i);
            chars = text.offsetByCodePoints(chars, span.getStart() - codePoints);
            codePoints = span.getStart();
            starts[i] = chars;
            ends[i] = text.offsetByCodePoints(chars, span.getEnd() - codePoints);
        }
        return new TokenSpans(starts, ends);
    }

    /** All tokens of a text with the special ones; refused if they are more than can be read. */
    long[] fitting(String text) {
        long[] tokens = encode(text, true).getIds();
        if (tokens.length > WINDOW) {
            throw new IllegalArgumentException(
                    "%d tokens do not fit into a window of %d".formatted(tokens.length, WINDOW));
        }
        return tokens;
    }

    /** The tokens of a text with the special ones, as many as can be read. */
    long[] cutToFit(String text) {
        long[] tokens = encode(text.substring(0, Math.min(text.length(), SLICE)), true).getIds();
        if (tokens.length <= WINDOW) {
            return tokens;
        }
        long[] cut = new long[WINDOW];
        System.arraycopy(tokens, 0, cut, 0, WINDOW - 1);
        cut[WINDOW - 1] = tokens[tokens.length - 1];
        return cut;
    }

    private static int endOfSlice(String text, int from) {
        int end = Math.min(from + SLICE, text.length());
        return end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))
                ? end - 1
                : end;
    }

    private Encoding encode(String text, boolean withSpecialTokens) {
        return tokenizer().encode(text, withSpecialTokens, false);
    }

    private synchronized HuggingFaceTokenizer tokenizer() {
        if (loaded == null) {
            loaded = load();
        }
        return loaded;
    }

    private HuggingFaceTokenizer load() {
        keepOffTheNetwork();
        try (InputStream file =
                BgeTokenizer.class.getResourceAsStream("/" + name + "-tokenizer.json")) {
            if (file == null) {
                throw new IllegalStateException("The tokenizer is missing in the jar");
            }
            return HuggingFaceTokenizer.newInstance(file, OPTIONS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Left alone, the library reports its use to its makers, downloads another build of itself on
     * machines with a GPU, and unpacks into the home folder.
     */
    private void keepOffTheNetwork() {
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("RUST_FLAVOR", "cpu");
        System.setProperty("ENGINE_CACHE_DIR", nativeLibraries.toAbsolutePath().toString());
    }

    synchronized void close() {
        if (loaded != null) {
            loaded.close();
            loaded = null;
        }
    }
}
