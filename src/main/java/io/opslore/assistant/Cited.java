package io.opslore.assistant;

import java.util.List;

/**
 * A text whose every marker has its citation, and the sentences of it that those do not bear out.
 */
record Cited(String markdown, List<Citation> citations, List<String> unsupported) {

    /** No text yet, or none at all. */
    static final Cited NOTHING = new Cited("", List.of(), List.of());
}
