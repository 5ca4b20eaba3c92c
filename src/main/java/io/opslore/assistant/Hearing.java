package io.opslore.assistant;

import io.micrometer.observation.annotation.Observed;
import io.opslore.guard.FilterFinding;
import io.opslore.guard.Filtered;
import io.opslore.guard.MaskScope;
import io.opslore.guard.Masked;
import io.opslore.guard.Masking;
import io.opslore.guard.QuestionBlocked;
import io.opslore.guard.QuestionFilter;
import io.opslore.identity.Asker;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Before all else: takes secrets out of a question, and refuses one that is too long or that a rule
 * blocks. Nothing of a question is stored, searched for or logged before it was heard.
 */
@Component
class Hearing {

    private final Masking masking;
    private final QuestionFilter filter;
    private final ContextWindow window;
    private final PromptAssembly assembly;
    private final TaskChoice tasks;

    Hearing(
            Masking masking,
            QuestionFilter filter,
            ContextWindow window,
            PromptAssembly assembly,
            TaskChoice tasks) {
        this.masking = masking;
        this.filter = filter;
        this.window = window;
        this.assembly = assembly;
        this.tasks = tasks;
    }

    /**
     * @throws IllegalArgumentException for a question without words
     * @throws QuestionTooLong for one that leaves no room for what it is answered from
     * @throws ModelRefused where it is to be answered by a model that is not for its asker
     * @throws QuestionBlocked where a rule says so
     */
    @Observed(
            name = "opslore.stage",
            contextualName = "guard",
            lowCardinalityKeyValues = {"stage", "guard"})
    Heard hear(String question, ModelWish wish, Asker asker) {
        Masked masked = masking.mask(question.strip(), MaskScope.PORTAL);
        if (masked.text().isBlank()) {
            throw new IllegalArgumentException("A question has words");
        }
        tasks.require(wish, asker);
        measure(masked.text(), wish, asker);
        var remarks = new ArrayList<Remark>();
        if (masked.foundAny()) {
            remarks.add(Remark.of(Remark.Kind.SECRET_MASKED));
        }
        remarks.addAll(warnings(filter.judge(masked.text(), asker)));
        return new Heard(masked.text(), stored(wish), remarks);
    }

    /** Arguments may hold what a person has typed; they are stored, to be used again. */
    private ModelWish stored(ModelWish wish) {
        LookupWish lookups = wish.lookups();
        return wish.looking(
                lookups.with(lookups.calls().stream().map(call -> call.masked(masking)).toList()));
    }

    private void measure(String question, ModelWish wish, Asker asker) {
        int tokens = TokenEstimate.of(question);
        int allowed = allowed(wish, asker);
        if (tokens > allowed) {
            throw new QuestionTooLong(tokens, allowed);
        }
    }

    /** The least of those that may come to answer: which one does is known after the search. */
    private int allowed(ModelWish wish, Asker asker) {
        return tasks.possible(wish, asker).stream()
                .mapToInt(model -> assembly.questionRoom(window.of(asker, model), model))
                .min()
                .orElseGet(() -> assembly.questionRoom(window.tokens(asker)));
    }

    private static List<Remark> warnings(Filtered filtered) {
        return switch (filtered) {
            case Filtered.Passed passed -> List.of();
            case Filtered.Warned(List<FilterFinding> findings) ->
                    findings.stream().map(Hearing::remark).toList();
            case Filtered.Blocked(FilterFinding finding) -> throw new QuestionBlocked(finding);
        };
    }

    private static Remark remark(FilterFinding finding) {
        return finding.isShipped()
                ? new Remark(Remark.Kind.INJECTION_SUSPECTED, finding.rule())
                : new Remark(Remark.Kind.RULE_WARNS, finding.message());
    }
}
