package io.opslore.assistant;

import io.opslore.assistant.gate.CitationGate;
import io.opslore.assistant.gate.Gated;
import io.opslore.library.RevisionId;
import io.opslore.library.RevisionText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Sixth stage: lets one answer's text through the gate and pins its citations to the stored texts.
 * Not thread-safe.
 */
final class Citing {

    private final CitationGate gate;
    private final Map<RevisionId, RevisionText> texts;

    Citing(Prompt prompt) {
        gate = new CitationGate(prompt.passages());
        texts =
                prompt.given().stream()
                        .collect(
                                Collectors.toMap(
                                        given -> given.passage().revision(),
                                        Given::text,
                                        (one, same) -> one));
    }

    /** A text that is still growing. */
    Cited growing(String text) {
        return cited(gate.growing(text));
    }

    /** A text that has ended. */
    Cited ended(String text) {
        return cited(gate.ended(text));
    }

    /** Whether the model says that the passages do not hold the answer. */
    boolean abstains(String text) {
        return gate.ended(text).abstained();
    }

    private Cited cited(Gated gated) {
        return new Cited(gated.markdown(), citations(gated.sources()), gated.unsupported());
    }

    private List<Citation> citations(List<Gated.Source> sources) {
        var citations = new ArrayList<Citation>();
        for (Gated.Source source : sources) {
            RevisionText text = texts.get(source.passage().revision());
            if (text == null) {
                throw new IllegalStateException("Cited from a revision that was not given");
            }
            citations.add(
                    Citations.pin(citations.size() + 1, source.passage(), source.lines(), text));
        }
        return citations;
    }
}
