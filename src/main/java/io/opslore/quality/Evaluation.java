package io.opslore.quality;

import io.opslore.retrieval.Arms;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** Asks a set's queries in each way there is, and measures what comes back. */
final class Evaluation {

    private static final Map<String, Arms> WAYS = ways();

    private final JudgedSet set;

    Evaluation(JudgedSet set) {
        this.set = set;
    }

    /** One run for each way, over the same loaded documents. */
    List<ArmRun> runs(LoadedSet loaded) {
        return WAYS.entrySet().stream()
                .map(way -> run(way.getKey(), query -> loaded.ranking(query, way.getValue())))
                .toList();
    }

    /**
     * @param search document ids for a query's text, the best first
     */
    ArmRun run(String name, Function<String, List<String>> search) {
        Map<String, Measures> measured =
                set.queries().entrySet().parallelStream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        query ->
                                                Measures.of(
                                                        set.judgements()
                                                                .getOrDefault(
                                                                        query.getKey(), Map.of()),
                                                        search.apply(query.getValue()))));
        Measures all = Measures.mean(measured.values());
        return new ArmRun(
                name,
                all.ndcg10(),
                all.recall5(),
                all.recall20(),
                all.mrr(),
                grouped(measured, id -> language(set.queries().getOrDefault(id, ""))),
                grouped(measured, Evaluation::half));
    }

    private static Map<String, Measures> grouped(
            Map<String, Measures> measured, Function<String, String> group) {
        return measured.keySet().stream()
                .collect(
                        Collectors.groupingBy(
                                group,
                                TreeMap::new,
                                Collectors.collectingAndThen(
                                        Collectors.mapping(measured::get, Collectors.toList()),
                                        Measures::mean)));
    }

    /** By its letters: a Cyrillic one makes a query Russian, however many names it holds. */
    private static String language(String query) {
        return query.codePoints()
                        .anyMatch(c ->
                                Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC)
                ? "ru"
                : "en";
    }

    /** Which half a query belongs to is a matter of its id alone, so that it never changes. */
    private static String half(String query) {
        var sum = new CRC32();
        sum.update(query.getBytes(StandardCharsets.UTF_8));
        return sum.getValue() % 2 == 0 ? "a" : "b";
    }

    private static Map<String, Arms> ways() {
        Map<String, Arms> ways = new LinkedHashMap<>();
        ways.put("bm25", Arms.WORDS);
        ways.put("vectors", Arms.MEANING);
        ways.put("fused", Arms.BOTH);
        return ways;
    }
}
