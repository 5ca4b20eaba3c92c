package io.opslore.assistant;

import io.opslore.assistant.LedgerRecord.Rebuilt;
import io.opslore.assistant.UsedPassage.Content;
import io.opslore.identity.Asker;
import io.opslore.library.DocumentId;
import io.opslore.library.Documents;
import io.opslore.library.LineRange;
import io.opslore.library.NotFound;
import io.opslore.library.RevisionId;
import io.opslore.library.Standing;
import io.opslore.models.ChatRequest.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Lays a prompt out once more from what the ledger keeps, as far as its reader may open the
 * documents: nothing of a text that they may not open is in it.
 */
@Component
class PromptRebuilding {

    private static final String WITHHELD = "[withheld: you may not open this document]";
    private static final String WITHHELD_TURN =
            "[withheld: written from a document you may not open]";
    private static final String REMOVED = "[removed]";

    private final Documents documents;
    private final MaskedTexts texts;
    private final PromptParts parts;
    private final AnswerRecords answers;
    private final AnswerHistory history;

    PromptRebuilding(
            Documents documents,
            MaskedTexts texts,
            PromptParts parts,
            AnswerRecords answers,
            AnswerHistory history) {
        this.documents = documents;
        this.texts = texts;
        this.parts = parts;
        this.answers = answers;
        this.history = history;
    }

    /** What came of it. */
    record Result(List<Turn> turns, Rebuilt rebuilt) {}

    List<UsedPassage> passages(AnswerEntity answer, Asker reader) {
        return answer.passages.stream().map(passage -> used(passage, reader)).toList();
    }

    Result prompt(AnswerEntity answer, List<UsedPassage> passages, Asker reader) {
        if (answer.promptVersion == null) {
            return new Result(List.of(), Rebuilt.NOT_SENT);
        }
        Optional<SystemPrompt> template =
                answers.template(answer.promptVersion).map(this::template);
        if (template.isEmpty() || answer.fenceKey == null || answer.promptSha256 == null) {
            return new Result(List.of(), Rebuilt.UNKNOWN);
        }
        List<Answer> told = told(answer, reader);
        List<Turn> turns =
                parts.turns(
                        template.get(),
                        answer.canary == null ? "" : answer.canary,
                        told.stream().map(PromptRebuilding::retold).toList(),
                        fenced(answer, new PassageFence(answer.fenceKey), passages),
                        answer.question);
        return new Result(turns, rebuilt(answer, told, passages, turns));
    }

    private static Rebuilt rebuilt(
            AnswerEntity answer, List<Answer> told, List<UsedPassage> passages, List<Turn> turns) {
        boolean whole =
                told.size() == answer.told.size()
                        && told.stream().noneMatch(PromptRebuilding::isWithheld)
                        && passages.stream()
                                .allMatch(it -> it.content() instanceof Content.Readable);
        if (!whole) {
            return Rebuilt.INCOMPLETE;
        }
        return Sent.sha256(turns).equals(answer.promptSha256) ? Rebuilt.EXACT : Rebuilt.DIFFERENT;
    }

    private SystemPrompt template(AnswerRecords.Template stored) {
        return new SystemPrompt(stored.getSystem(), stored.getAsk(), stored.getVersion());
    }

    /** Those that are still there, in their order. */
    private List<Answer> told(AnswerEntity answer, Asker reader) {
        List<AnswerEntity> entities = new ArrayList<>();
        for (UUID id : answer.told) {
            answers.findById(id).ifPresent(entities::add);
        }
        return history.seen(entities, reader);
    }

    private static Told retold(Answer answer) {
        return isWithheld(answer)
                ? new Told(answer.id().value(), answer.question(), WITHHELD_TURN)
                : Told.of(answer);
    }

    private static boolean isWithheld(Answer answer) {
        return answer.outcome() == Answer.Outcome.WITHHELD;
    }

    private List<String> fenced(
            AnswerEntity answer, PassageFence fence, List<UsedPassage> passages) {
        List<String> fenced = new ArrayList<>();
        for (int index = 0; index < passages.size(); index++) {
            UsedPassage passage = passages.get(index);
            PassageRow row = answer.passages.get(index);
            fenced.add(
                    switch (passage.content()) {
                        case Content.Readable(String text) -> fenced(fence, row, row.label(), text);
                        case Content.Withheld() -> fenced(fence, row, passage.path(), WITHHELD);
                        case Content.Removed() -> fenced(fence, row, passage.path(), REMOVED);
                    });
        }
        return fenced;
    }

    private String fenced(PassageFence fence, PassageRow row, String label, String text) {
        return parts.fenced(fence, row.rank(), label, text, row.spaceId());
    }

    private UsedPassage used(PassageRow row, Asker reader) {
        var lines = new LineRange(row.firstLine(), row.lastLine());
        var revision = new RevisionId(row.revisionId());
        UUID document = row.documentId();
        return new UsedPassage(
                row.rank(),
                document == null ? null : new DocumentId(document),
                revision,
                row.revisionNumber(),
                row.path(),
                lines,
                content(row, lines, reader));
    }

    private Content content(PassageRow row, LineRange lines, Asker reader) {
        var revision = new RevisionId(row.revisionId());
        try {
            return texts.of(revision, row.path(), row.spaceId(), lines, reader)
                    .<Content>map(text -> new Content.Readable(text.quote(lines)))
                    .orElseGet(Content.Removed::new);
        } catch (NotFound notForThisReader) {
            Standing standing = documents.standing(List.of(revision), reader).get(revision);
            return standing instanceof Standing.Hidden
                    ? new Content.Withheld()
                    : new Content.Removed();
        }
    }
}
