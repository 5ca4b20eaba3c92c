package io.opslore.assistant.gate;

import java.util.List;

/**
 * A sentence of an answer, a row of a table, or a line of its code.
 *
 * @param text as it stands in the answer, with its markers
 * @param markers the numbers that it is to be measured by: its own, else those it shares
 */
record Sentence(String text, Kind kind, List<Integer> markers) {

    enum Kind {
        PROSE,
        HEADING,
        CODE
    }

    Sentence sharing(List<Integer> shared) {
        return new Sentence(text, kind, shared);
    }
}
