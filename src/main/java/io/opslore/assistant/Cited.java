package io.opslore.assistant;

import java.util.List;

/**
 * A text whose every marker has its citation, and the sentences of it that those do not bear out.
 *
 * @param keptBack whether something of it was taken out that repeated the portal's own rules
 */
record Cited(
        String markdown, List<Citation> citations, List<String> unsupported, boolean keptBack) {

    /** No text yet, or none at all. */
    static final Cited NOTHING = new Cited("", List.of(), List.of());

    /** Of which nothing was kept back. */
    Cited(String markdown, List<Citation> citations, List<String> unsupported) {
        this(markdown, citations, unsupported, false);
    }
}
