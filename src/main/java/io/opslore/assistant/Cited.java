package io.opslore.assistant;

import java.util.List;

/**
 * A text whose every marker has its citation, and the sentences of it that those do not bear out.
 *
 * @param thoughts of the model, masked and checked like the text; cited nowhere
 * @param keptBack whether something of it was taken out that repeated the portal's own rules
 */
record Cited(
        String markdown,
        List<Citation> citations,
        List<String> unsupported,
        String thoughts,
        boolean keptBack) {

    /** No text yet, or none at all. */
    static final Cited NOTHING = new Cited("", List.of(), List.of());

    /** The same with what was thought before it. */
    Cited thinking(String before) {
        return new Cited(markdown, citations, unsupported, before, keptBack);
    }

    /** Of which nothing was kept back. */
    Cited(String markdown, List<Citation> citations, List<String> unsupported) {
        this(markdown, citations, unsupported, "", false);
    }
}
