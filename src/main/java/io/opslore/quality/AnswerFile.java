package io.opslore.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code answers.jsonl} beside a judged set: {@code _id} of the query, and either its key {@code
 * facts} or {@code unanswerable}.
 */
final class AnswerFile {

    private static final String NAME = "answers.jsonl";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AnswerFile() {}

    /**
     * None where there is no such file.
     *
     * @param queries all of the folder's, judged or not
     * @throws UnusableSet for a line that is not understood, or an unknown id
     */
    static List<AnswerKey> read(Path folder, Map<String, String> queries) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return List.of();
        }
        List<AnswerKey> keys = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                keys.add(key(line, file + ", line " + (keys.size() + 1), queries));
            }
        }
        return keys;
    }

    private static AnswerKey key(String line, String place, Map<String, String> queries) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JacksonException e) {
            throw new UnusableSet(place + ": not JSON");
        }
        String id = node.path("_id").asString("");
        String question = queries.get(id);
        if (question == null) {
            throw new UnusableSet(place + ": unknown query " + id);
        }
        List<String> facts = new ArrayList<>();
        node.path("facts").forEach(fact -> facts.add(fact.asString()));
        if (facts.isEmpty() != node.path("unanswerable").asBoolean(false)) {
            throw new UnusableSet(place + ": either facts or unanswerable is needed");
        }
        return new AnswerKey(question, facts);
    }
}
