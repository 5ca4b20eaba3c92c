package io.opslore.quality.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
    private static final int RARE = 5_000;

    private final Random random;

    MadeUpDocuments(long seed) {
        random = new Random(seed);
    }

    /** Texts by path. */
    Map<String, String> documents(int count, int words) {
        Map<String, String> documents = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            documents.put("made-up-%08x.md".formatted(random.nextInt()), text(words));
        }
        return documents;
    }

    String text(int words) {
        return IntStream.range(0, words / WORDS_PER_LINE)
                .mapToObj(line -> line())
                .collect(Collectors.joining("\n"));
    }

    /** A few words as somebody would look for them. */
    String question() {
        return "why does the " + word() + " " + word() + " fail on node" + random.nextInt(RARE);
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
