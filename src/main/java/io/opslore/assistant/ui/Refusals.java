package io.opslore.assistant.ui;

import com.vaadin.flow.component.html.Div;
import io.opslore.assistant.Answer;
import io.opslore.assistant.ModelRefused;
import io.opslore.assistant.PortalStopping;
import io.opslore.assistant.QuestionTooLong;
import io.opslore.guard.Allowances;
import io.opslore.guard.LimitReached;
import io.opslore.guard.QuestionBlocked;
import io.opslore.guard.ui.LimitHint;
import io.opslore.identity.Asker;
import io.opslore.identity.NotAllowed;
import io.opslore.kit.Toast;
import io.opslore.library.NotFound;
import java.util.Optional;
import java.util.function.Supplier;

/** Stands above the question box: what may still be asked, and why something was not. */
final class Refusals extends Div {

    private final LimitHint limits;
    private final QuestionHint question = new QuestionHint();

    Refusals(Allowances allowances, Asker asker) {
        limits = new LimitHint(allowances, asker);
        addClassName("refusals");
        add(limits, question);
    }

    /** What is asked, or empty where it was refused, which is said then. */
    Optional<Answer> attempt(Supplier<Answer> asking) {
        try {
            Answer begun = asking.get();
            limits.refresh();
            question.clear();
            return Optional.of(begun);
        } catch (LimitReached refused) {
            limits.refused(refused.refusal());
        } catch (QuestionTooLong refused) {
            question.tooLong(refused);
        } catch (QuestionBlocked refused) {
            question.blocked(refused);
        } catch (ModelRefused refused) {
            Toast.failed(getTranslation("ask.model.refused", refused.model()));
        } catch (PortalStopping stopping) {
            Toast.failed(getTranslation("ask.stopping"));
        } catch (NotFound | NotAllowed | IllegalArgumentException refused) {
            Toast.failed(getTranslation("ask.refused"));
        }
        return Optional.empty();
    }

    /** An answer has ended: it may have cost more than was left. */
    void refresh() {
        limits.refresh();
    }
}
