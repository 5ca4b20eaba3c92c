package io.opslore.retrieval.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Cuts chunks into overlapping windows that an embedding model can read whole. They are spread
 * evenly, so that the last one is as full as the first. Thread-safe.
 */
public final class WindowCutter {

    /**
     * Of a model's 512 tokens, the most that are used: words cut at an edge may cost a few more.
     */
    private static final int LARGEST = 448;

    private static final int SMALLEST = 350;
    private static final int OVERLAP = 50;
    private static final int LARGEST_PREFIX = 80;

    /** So many chars hold more tokens than a window takes in, even of the longest words. */
    private static final int CHARS_PER_WINDOW = 4_000;

    private final Function<String, TokenSpans> tokenizer;
    private final int mostWindows;

    /**
     * @param tokenizer the embedding model's own
     * @param mostWindows of one chunk; what is beyond is found by its words alone
     */
    public WindowCutter(Function<String, TokenSpans> tokenizer, int mostWindows) {
        this.tokenizer = tokenizer;
        this.mostWindows = mostWindows;
    }

    /**
     * The windows of a chunk, at least one; and where it stands under names of its own, one of
     * these alone, their identifiers split into words: a question in plain words is often nearer to
     * what a page is called than to any stretch of it.
     */
    public List<Window> windows(Chunk chunk, String path, String title) {
        List<Window> windows = new ArrayList<>(cut(chunk, path, title));
        boolean named =
                !chunk.headingPath().isBlank()
                        || !chunk.labels().isBlank()
                        || !path.endsWith(title);
        if (named) {
            String names = Humps.explained(prefix(chunk, path, title));
            String all = names + "\n" + Humps.split(chunk.labels());
            windows.add(new Window(chunk.ordinal(), windows.size(), cutTo(LARGEST, all)));
        }
        return windows;
    }

    /** Stretches of its text, which together hold all of it. */
    List<Window> cut(Chunk chunk, String path, String title) {
        String prefix = prefix(chunk, path, title);
        int prefixSize = tokenizer.apply(prefix).count();
        String text = bounded(chunk.text());
        TokenSpans spans = tokenizer.apply(text);
        int most = LARGEST - prefixSize;
        if (spans.count() <= most) {
            return List.of(new Window(chunk.ordinal(), 0, prefix + "\n" + text));
        }
        int needed = Math.ceilDiv(spans.count() - OVERLAP, most - OVERLAP);
        int count = Math.min(needed, mostWindows);
        int even = Math.ceilDiv(spans.count() + (needed - 1) * OVERLAP, needed);
        int size = Math.clamp(even, SMALLEST - prefixSize, most);
        double step =
                count < needed || count == 1
                        ? size - OVERLAP
                        : (spans.count() - size) / (double) (count - 1);
        List<Window> windows = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            int first = (int) Math.round(number * step);
            int last = Math.min(first + size, spans.count()) - 1;
            String part = text.substring(spans.starts()[first], spans.ends()[last]);
            windows.add(new Window(chunk.ordinal(), number, prefix + "\n" + part));
        }
        return windows;
    }

    private String prefix(Chunk chunk, String path, String title) {
        String names = String.join(" › ", named(path, title, chunk.headingPath()));
        String bounded = names.substring(0, Math.min(names.length(), CHARS_PER_WINDOW));
        return cutTo(LARGEST_PREFIX, bounded);
    }

    private String cutTo(int tokens, String text) {
        TokenSpans spans = tokenizer.apply(text);
        return spans.count() <= tokens ? text : text.substring(0, spans.ends()[tokens - 1]);
    }

    /** A title that the headings begin with is not said twice. */
    private static List<String> named(String path, String title, String headingPath) {
        List<String> names = new ArrayList<>();
        names.add(path);
        if (!title.isBlank() && !headingPath.startsWith(title)) {
            names.add(title);
        }
        if (!headingPath.isBlank()) {
            names.add(headingPath);
        }
        return names;
    }

    private String bounded(String text) {
        long most = (long) mostWindows * CHARS_PER_WINDOW;
        return text.length() <= most ? text : text.substring(0, (int) most);
    }
}
