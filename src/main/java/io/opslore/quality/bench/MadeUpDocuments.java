package io.opslore.quality.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Documents of made-up sentences from an operator's words, always the same for a seed. Rare words
 * stand in them by chance, so that searches have something to find and to weigh.
 */
final class MadeUpDocuments {

    private static final List<String> WORDS =
            List.of(
                    ("restart the service when memory of a pod runs low check queue length and"
                                    + " replica lag before failover database backup disk volume node"
                                    + " cluster alert certificate expires rotate token deploy"
                                    + " rollback latency error rate dashboard gateway timeout retry"
                                    + " limit ingress storage snapshot restore leader election")
                            .split(" "));

    private static final int WORDS_PER_LINE = 12;

    /** A section of so many lines is one chunk: with its heading it is as long as chunks are. */
    private static final int LINES_PER_SECTION = 28;

    private static final int RARE = 5_000;

    private final Random random;

    MadeUpDocuments(long seed) {
        random = new Random(seed);
    }

    /** Texts by path. */
    Map<String, String> documents(int count, int words) {
        return byPath(count, () -> lines(words / WORDS_PER_LINE));
    }

    /** Longer texts by path, each with so many headings. */
    Map<String, String> manuals(int count, int sections) {
        return byPath(count, () -> manual(sections));
    }

    /** A few words as somebody would look for them. */
    String question() {
        return "why does the " + word() + " " + word() + " fail on node" + random.nextInt(RARE);
    }

    /** What somebody would ask who remembers a line of the text. */
    String question(String text) {
        List<String> lines = text.lines().toList();
        return "What about " + lines.get(random.nextInt(lines.size())).replace('.', '?');
    }

    private Map<String, String> byPath(int count, Supplier<String> text) {
        Map<String, String> documents = new LinkedHashMap<>();
        while (documents.size() < count) {
            documents.put("made-up-%08x.md".formatted(random.nextInt()), text.get());
        }
        return documents;
    }

    private String manual(int sections) {
        return IntStream.range(0, sections)
                .mapToObj(section ->
                        "## " + word() + " " + word() + "\n\n" + lines(LINES_PER_SECTION))
                .collect(Collectors.joining("\n\n"));
    }

    private String lines(int count) {
        return IntStream.range(0, count).mapToObj(line -> line()).collect(Collectors.joining("\n"));
    }

    private String line() {
        return IntStream.range(0, WORDS_PER_LINE)
                .mapToObj(i -> i == 0 ? "node" + random.nextInt(RARE) : word())
                .collect(Collectors.joining(" ", "", "."));
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}
