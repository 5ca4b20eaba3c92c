package io.opslore.assistant;

import io.opslore.retrieval.Passage;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Sets passages apart from instructions. Its lines carry a key that is drawn anew for each prompt
 * and stands in none of the passages, so that no document can close the fence or open another.
 */
record PassageFence(String key) {

    /** Its lines where a model repeats them, whole or as far as they have come. */
    private static final Pattern MARKS =
            Pattern.compile("<{2,3}(?:PASSAGE|END)\\s+\\d+(?:\\s+[0-9a-f]{1,8})?>{0,3}");

    private static final String SUPERSEDED = "; superseded, no longer in force";

    /** For these passages. */
    static PassageFence around(List<Passage> passages) {
        String key = UUID.randomUUID().toString().substring(0, 8);
        boolean taken =
                passages.stream()
                        .anyMatch(passage ->
                                passage.text().contains(key) || label(passage).contains(key));
        return taken ? around(passages) : new PassageFence(key);
    }

    /** What comes from a document is made harmless: it can neither end the fence nor the turn. */
    String fenced(int number, String label, String text) {
        return "<<<PASSAGE %d %s>>>%n(%s)%n%s%n<<<END %d %s>>>%n"
                .formatted(
                        number, key, ModelText.line(label), ModelText.harmless(text), number, key)
                .replace("\r\n", "\n");
    }

    /** What a model has said, without the fence: small ones copy it. */
    static String without(String said) {
        return MARKS.matcher(said).replaceAll("");
    }

    /** What a model is told of a passage beside its text. */
    static String label(Passage passage) {
        String label =
                passage.document().path()
                        + (passage.headingPath().isEmpty() ? "" : " › " + passage.headingPath())
                        + (passage.document().details().isSuperseded() ? SUPERSEDED : "");
        return label.replaceAll("\\s+", " ");
    }
}
