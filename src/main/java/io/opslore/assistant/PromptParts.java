package io.opslore.assistant;

import io.opslore.guard.MaskScope;
import io.opslore.guard.Masking;
import io.opslore.models.ChatRequest.Turn;
import io.opslore.retrieval.Passage;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes the parts of a prompt fit to be sent, when it is asked and when it is rebuilt alike:
 * without secrets, and without what a model takes for more than text. Thread-safe.
 */
@Component
class PromptParts {

    private final Masking masking;

    PromptParts(Masking masking) {
        this.masking = masking;
    }

    /** A passage whose text is masked already, within its fence. */
    String fenced(PassageFence fence, int number, Passage passage) {
        UUID space = passage.document().space().value();
        return fenced(fence, number, PassageFence.label(passage), passage.text(), space);
    }

    /**
     * @param space null where it is not known any more
     */
    String fenced(PassageFence fence, int number, String label, String text, @Nullable UUID space) {
        MaskScope scope = space == null ? MaskScope.PORTAL : MaskScope.space(space);
        return fence.fenced(number, masking.mask(label, scope).text(), text);
    }

    /** All that is sent. */
    List<Turn> turns(
            SystemPrompt template,
            String canary,
            List<Told> told,
            List<String> fenced,
            String question) {
        return Sent.turns(
                template.rules(canary),
                told.stream().map(this::told).toList(),
                fenced,
                template.asking(said(question)));
    }

    /** The words of a person, or of an earlier answer. */
    String said(String text) {
        return ModelText.harmless(masking.mask(text, MaskScope.PORTAL).text());
    }

    private Told told(Told told) {
        return new Told(told.answer(), said(told.question()), said(told.said()));
    }
}
