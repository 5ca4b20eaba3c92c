package io.opslore.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Public judged sets as they lie beside a checkout: documents, queries, and which document answers
 * which query how well.
 */
record JudgedQueries(
        Map<String, String> documents,
        Map<String, String> queries,
        Map<String, Map<String, Integer>> judgements) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DEPTH = 10;

    /** The set, or empty where no folder above the working directory has it. */
    static Optional<JudgedQueries> find(String set) {
        Path up = Path.of("").toAbsolutePath();
        while (up != null) {
            for (Path shared : List.of(up.resolve("shared"), up.resolveSibling("shared"))) {
                Path folder = shared.resolve("eval/retrieval").resolve(set);
                if (Files.isDirectory(folder)) {
                    return Optional.of(read(folder));
                }
            }
            up = up.getParent();
        }
        return Optional.empty();
    }

    /** Every nth query, with all documents that answer one of these and every mth of the others. */
    JudgedQueries sampled(int everyQuery, int everyOtherDocument) {
        List<String> ids = judgements.keySet().stream().toList();
        Map<String, Map<String, Integer>> kept = new TreeMap<>();
        for (int i = 0; i < ids.size(); i += everyQuery) {
            kept.put(ids.get(i), judgements.get(ids.get(i)));
        }
        Set<String> judged =
                kept.values().stream()
                        .flatMap(j -> j.keySet().stream())
                        .collect(Collectors.toSet());
        Map<String, String> documentsKept = new LinkedHashMap<>();
        int n = 0;
        for (Map.Entry<String, String> document : documents.entrySet()) {
            if (judged.contains(document.getKey()) || n++ % everyOtherDocument == 0) {
                documentsKept.put(document.getKey(), document.getValue());
            }
        }
        return new JudgedQueries(documentsKept, queries, kept);
    }

    /** nDCG@10 of a ranking of document ids. */
    double quality(String query, List<String> ranking) {
        Map<String, Integer> judged = judgements.get(query);
        double ideal = gain(judged.values().stream().sorted(Comparator.reverseOrder()).toList());
        return gain(ranking.stream().map(id -> judged.getOrDefault(id, 0)).toList()) / ideal;
    }

    private static double gain(List<Integer> relevances) {
        double gain = 0;
        for (int rank = 0; rank < Math.min(DEPTH, relevances.size()); rank++) {
            gain += (Math.pow(2, relevances.get(rank)) - 1) / (Math.log(rank + 2) / Math.log(2));
        }
        return gain;
    }

    private static JudgedQueries read(Path folder) {
        try {
            Map<String, Map<String, Integer>> judgements = new TreeMap<>();
            for (String line :
                    Files.readAllLines(folder.resolve("qrels.tsv")).stream().skip(1).toList()) {
                String[] parts = line.split("\t");
                judgements
                        .computeIfAbsent(parts[0], k -> new HashMap<>())
                        .put(parts[1], Integer.parseInt(parts[2].strip()));
            }
            return new JudgedQueries(
                    texts(folder.resolve("corpus.jsonl")),
                    texts(folder.resolve("queries.jsonl")),
                    judgements);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> texts(Path file) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode node = JSON.readTree(line);
            texts.put(node.get("_id").asString(), node.get("text").asString());
        }
        return texts;
    }
}
