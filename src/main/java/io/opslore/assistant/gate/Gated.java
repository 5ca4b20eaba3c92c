package io.opslore.assistant.gate;

import io.opslore.library.LineRange;
import io.opslore.retrieval.Passage;
import java.util.List;

/**
 * A model's text after the gate.
 *
 * @param abstained the model says that the passages do not hold the answer; then all else is empty
 * @param sources of the markers in the text: the first is {@code [1]}
 * @param unsupported sentences of the text that their sources do not bear out
 */
public record Gated(
        boolean abstained, String markdown, List<Source> sources, List<String> unsupported) {

    /** Nothing may be shown. */
    static final Gated ABSTAINED = new Gated(true, "", List.of(), List.of());

    /** A passage that the text uses, and the lines of its revision that count. */
    public record Source(Passage passage, LineRange lines) {}
}
