package io.opslore.guard.masking;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The rules that are shipped, as they are written in the resource. */
public final class RuleFile {

    static final String NAME = "/masking/tokens.rules";

    private RuleFile() {}

    public static List<Rule> read() {
        try (InputStream in = Objects.requireNonNull(RuleFile.class.getResourceAsStream(NAME))) {
            return parsed(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Rule> parsed(String text) {
        List<Rule> rules = new ArrayList<>();
        Draft draft = new Draft("");
        for (String line : text.split("\n")) {
            if (line.startsWith("rule ")) {
                draft.addTo(rules);
                draft = new Draft(line.substring(5).strip());
            } else if (line.startsWith("  ")) {
                draft.say(line.strip());
            }
        }
        draft.addTo(rules);
        return List.copyOf(rules);
    }

    private static final class Draft {

        private final String id;
        private final List<String> words = new ArrayList<>();
        private final List<String> finds = new ArrayList<>();
        private final List<String> spares = new ArrayList<>();
        private String expression = "";
        private double entropy;

        Draft(String id) {
            this.id = id;
        }

        void say(String line) {
            int space = line.indexOf(' ');
            String said = line.substring(space + 1).strip();
            switch (line.substring(0, space)) {
                case "words" -> words.addAll(List.of(said.split(" +")));
                case "match" -> expression = said;
                case "entropy" -> entropy = Double.parseDouble(said);
                case "finds" -> finds.add(said);
                case "spares" -> spares.add(said);
                default -> throw new IllegalArgumentException(id + ": " + line);
            }
        }

        void addTo(List<Rule> rules) {
            if (!id.isEmpty()) {
                rules.add(new Rule(id, words, expression, entropy, finds, spares));
            }
        }
    }
}
