package io.opslore.assistant;

import io.opslore.assistant.gate.CitationGate;
import io.opslore.assistant.gate.Gated;
import io.opslore.guard.MaskScope;
import io.opslore.guard.Masking;
import io.opslore.library.RevisionId;
import io.opslore.library.RevisionText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Sixth stage: masks one answer's text, takes out what repeats the portal's own rules, lets the
 * rest through the gate and pins its citations to the stored texts. Not thread-safe.
 */
final class Citing {

    private final Masking masking;
    private final LeakCheck leaks;
    private final CitationGate gate;
    private final Map<RevisionId, RevisionText> texts;

    Citing(Prompt prompt, Masking masking) {
        this.masking = masking;
        leaks = prompt.leaks();
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
        LeakCheck.Kept kept = leaks.growing(masking.growing(text, MaskScope.PORTAL));
        return cited(gate.growing(PassageFence.without(kept.text())), kept);
    }

    /** A text that has ended. */
    Cited ended(String text) {
        LeakCheck.Kept kept = leaks.ended(masking.mask(text, MaskScope.PORTAL).text());
        return cited(gate.ended(PassageFence.without(kept.text())), kept);
    }

    /** A text that ends anywhere: its last words may be the beginning of a secret. */
    Cited brokenOff(String text) {
        LeakCheck.Kept kept = leaks.ended(masking.growing(text, MaskScope.PORTAL));
        return cited(gate.ended(PassageFence.without(kept.text())), kept);
    }

    /**
     * What a model has thought, as far as it may be shown.
     *
     * @param over whether no more will come; until then its end may be the beginning of a secret
     */
    String thoughts(String text, boolean over) {
        if (text.isEmpty()) {
            return "";
        }
        return over
                ? leaks.ended(masking.mask(text, MaskScope.PORTAL).text()).text()
                : leaks.growing(masking.growing(text, MaskScope.PORTAL)).text();
    }

    /**
     * Whether the model says that the passages do not hold the answer. To repeat the rule that
     * names the word for it is not to say so.
     */
    boolean abstains(String text) {
        return gate.ended(leaks.ended(text).text()).abstained();
    }

    private Cited cited(Gated gated, LeakCheck.Kept kept) {
        return new Cited(
                gated.markdown(),
                citations(gated.sources()),
                gated.unsupported(),
                "",
                kept.anyBack());
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
