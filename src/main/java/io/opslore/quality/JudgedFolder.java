package io.opslore.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judged sets as they lie in folders: {@code corpus.jsonl}, {@code queries.jsonl}, {@code
 * qrels.tsv}.
 */
public final class JudgedFolder {

    private static final String CORPUS = "corpus.jsonl";
    private static final String QUERIES = "queries.jsonl";
    private static final String JUDGEMENTS = "qrels.tsv";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JudgedFolder() {}

    /** The folder itself if it is a set, else the sets right below it, by their names. */
    public static List<Path> sets(Path folder) throws IOException {
        if (isSet(folder)) {
            return List.of(folder);
        }
        try (Stream<Path> below = Files.list(folder)) {
            List<Path> sets = below.filter(JudgedFolder::isSet).sorted().toList();
            if (sets.isEmpty()) {
                throw new UnusableSet(
                        "No judged set in %s: it needs %s, %s and %s"
                                .formatted(folder, CORPUS, QUERIES, JUDGEMENTS));
            }
            return sets;
        }
    }

    /**
     * @throws UnusableSet for a missing file, a line that is not understood, or an unknown query
     */
    static JudgedSet read(Path folder) throws IOException {
        Map<String, String> documents = texts(file(folder, CORPUS));
        Map<String, String> queries = texts(file(folder, QUERIES));
        Map<String, Map<String, Integer>> judgements =
                judgements(file(folder, JUDGEMENTS), queries);
        List<AnswerKey> answers = AnswerFile.read(folder, queries);
        queries.keySet().retainAll(judgements.keySet());
        if (queries.isEmpty()) {
            throw new UnusableSet(folder.resolve(JUDGEMENTS) + " judges no query");
        }
        String name = folder.toAbsolutePath().normalize().getFileName().toString();
        var set = new JudgedSet(name, documents, queries, judgements, answers);
        if (set.isCorpusOfAnother()) {
            throw new UnusableSet(
                    "%s judges no document of %s".formatted(folder.resolve(JUDGEMENTS), CORPUS));
        }
        return set;
    }

    private static boolean isSet(Path folder) {
        return Stream.of(CORPUS, QUERIES, JUDGEMENTS)
                .anyMatch(it -> Files.exists(folder.resolve(it)));
    }

    private static Path file(Path folder, String name) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new UnusableSet("Missing: " + file);
        }
        return file;
    }

    private static Map<String, String> texts(Path file) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(file);
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            if (!line.isBlank()) {
                add(line, file + ", line " + number, texts);
            }
        }
        return texts;
    }

    private static void add(String line, String place, Map<String, String> texts) {
        try {
            JsonNode node = JSON.readTree(line);
            String id = node.path("_id").asString("");
            if (id.isEmpty() || !node.path("text").isString()) {
                throw new UnusableSet(place + ": _id and text are needed");
            }
            String title = node.path("title").asString("");
            String text = node.path("text").asString();
            String said = title.isBlank() ? text : "# " + title.strip() + "\n\n" + text;
            if (texts.put(id, said) != null) {
                throw new UnusableSet(place + ": a second " + id);
            }
        } catch (JacksonException e) {
            throw new UnusableSet(place + ": not JSON");
        }
    }

    private static Map<String, Map<String, Integer>> judgements(
            Path file, Map<String, String> queries) throws IOException {
        Map<String, Map<String, Integer>> judgements = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(file);
        for (int number = 1; number <= lines.size(); number++) {
            String[] parts = lines.get(number - 1).strip().split("\t");
            boolean isHeader = number == 1 && parts.length == 3 && !isNumber(parts[2]);
            if (isHeader || parts[0].isEmpty()) {
                continue;
            }
            String place = file + ", line " + number;
            if (parts.length != 3 || !isNumber(parts[2])) {
                throw new UnusableSet(place + ": not query, document and score, tabs between them");
            }
            if (!queries.containsKey(parts[0])) {
                throw new UnusableSet(place + ": unknown query " + parts[0]);
            }
            judgements
                    .computeIfAbsent(parts[0], query -> new HashMap<>())
                    .put(parts[1], Integer.parseInt(parts[2].strip()));
        }
        return judgements;
    }

    private static boolean isNumber(String score) {
        return score.strip().matches("-?\\d{1,6}");
    }
}
