package io.opslore.assistant;

import io.opslore.assistant.LedgerRecord.Rebuilt;
import io.opslore.identity.Asker;
import io.opslore.library.Documents;
import io.opslore.library.Grants;
import io.opslore.library.NotFound;
import io.opslore.library.ReadScope;
import io.opslore.library.RevisionId;
import io.opslore.library.RevisionText;
import io.opslore.library.SpaceId;
import io.opslore.models.ChatRequest.Turn;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Lays out once more what a model was sent that said what to look up. Its tools, the systems that
 * they look into and what it wanted of them are one text: whoever may not look into all of these
 * sees nothing of it.
 */
@Component
class PlanRebuilding {

    private static final String GONE = "[removed, or withheld: you may not open this]";

    private final PlanRows plans;
    private final AnswerRecords answers;
    private final Documents documents;
    private final Grants grants;
    private final PromptParts parts;

    PlanRebuilding(
            PlanRows plans,
            AnswerRecords answers,
            Documents documents,
            Grants grants,
            PromptParts parts) {
        this.plans = plans;
        this.answers = answers;
        this.documents = documents;
        this.grants = grants;
        this.parts = parts;
    }

    List<PlanRecord> of(AnswerEntity answer, Asker reader) {
        ReadScope scope = grants.readable(reader);
        return plans.of(answer.id).stream()
                .map(plan -> record(answer, plan, scope, reader))
                .toList();
    }

    private PlanRecord record(AnswerEntity answer, PlanRow plan, ReadScope scope, Asker reader) {
        boolean open =
                plan.spaces().stream().map(SpaceId::new).allMatch(scope::covers)
                        && plan.found().stream().allMatch(part -> text(part, reader).isPresent());
        if (!open) {
            return new PlanRecord(plan.round(), plan.model(), List.of(), "", Rebuilt.INCOMPLETE);
        }
        List<Turn> turns =
                PlanText.turns(
                        plan.rules(),
                        plan.earlier().stream().map(this::question).toList(),
                        parts.said(answer.question),
                        plan.found().stream()
                                .map(part -> PlanText.cut(text(part, reader).orElse(GONE)))
                                .toList());
        boolean exact = Sent.sha256(turns).equals(plan.sha256());
        return new PlanRecord(
                plan.round(),
                plan.model(),
                turns,
                parts.said(plan.said()),
                exact ? Rebuilt.EXACT : Rebuilt.DIFFERENT);
    }

    private String question(UUID answer) {
        return answers.findById(answer).map(one -> parts.said(one.question)).orElse(GONE);
    }

    private Optional<String> text(FoundPart part, Asker reader) {
        UUID revision = part.revision();
        if (revision == null) {
            return Optional.of(part.text());
        }
        try {
            return documents.text(new RevisionId(revision), reader).map(RevisionText::text);
        } catch (NotFound closedOrGone) {
            return Optional.empty();
        }
    }
}
