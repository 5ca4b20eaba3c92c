package io.opslore.assistant;

import io.opslore.guard.MaskScope;
import io.opslore.guard.Masking;
import io.opslore.identity.Asker;
import io.opslore.library.Documents;
import io.opslore.library.LineRange;
import io.opslore.library.NotFound;
import io.opslore.library.RevisionId;
import io.opslore.library.RevisionText;
import io.opslore.retrieval.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The texts of revisions as they go into prompts, quotes and citations: masked once more, as they
 * were when they came in, with the same placeholders. That changes a text only where it was stored
 * before the rules that are in force now. Thread-safe.
 */
@Component
class MaskedTexts {

    /** What is longer is masked line by line where it is quoted: a log of a million lines. */
    private static final int WHOLE = 500_000;

    private final Documents documents;
    private final Masking masking;

    MaskedTexts(Documents documents, Masking masking) {
        this.documents = documents;
        this.masking = masking;
    }

    /**
     * The text that a passage was found in; empty where it has none.
     *
     * @throws NotFound if the asker may not open it by now
     */
    Optional<RevisionText> of(Passage passage, Asker asker) {
        return of(
                passage.revision(),
                passage.document().path(),
                passage.document().space().value(),
                passage.lines(),
                asker);
    }

    /**
     * @param space null where it is not known any more
     * @param lines that are going to be quoted
     */
    Optional<RevisionText> of(
            RevisionId revision, String path, @Nullable UUID space, LineRange lines, Asker asker) {
        return documents.text(revision, asker).map(text -> masked(text, path, scope(space), lines));
    }

    private RevisionText masked(RevisionText text, String path, MaskScope scope, LineRange lines) {
        if (text.text().length() <= WHOLE) {
            return with(text, masking.mask(text.text(), path, scope).text());
        }
        List<String> all = text.lines();
        int first = Math.min(lines.first() - 1, all.size());
        int last = Math.min(lines.last(), all.size());
        String quoted = String.join("\n", all.subList(first, last));
        String masked = masking.mask(quoted, path, scope).text();
        return masked.equals(quoted) ? text : with(text, replaced(all, first, last, masked));
    }

    private static String replaced(List<String> all, int first, int last, String between) {
        List<String> lines = new ArrayList<>(all.subList(0, first));
        lines.add(between);
        lines.addAll(all.subList(last, all.size()));
        return String.join("\n", lines);
    }

    private static RevisionText with(RevisionText text, String masked) {
        return masked.equals(text.text())
                ? text
                : new RevisionText(
                        masked,
                        text.title(),
                        text.format(),
                        text.syntax(),
                        text.blocks(),
                        text.pageFirstLines());
    }

    private static MaskScope scope(@Nullable UUID space) {
        return space == null ? MaskScope.PORTAL : MaskScope.space(space);
    }
}
