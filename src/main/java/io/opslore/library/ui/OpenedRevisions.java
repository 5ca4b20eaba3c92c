package io.opslore.library.ui;

import io.opslore.library.Document;
import io.opslore.library.NotFound;
import io.opslore.library.Revision;
import io.opslore.library.RevisionId;
import io.opslore.library.Space;
import java.util.List;

/**
 * A document with its revisions.
 *
 * @param all the newest first
 */
record OpenedRevisions(Document document, Space space, List<Revision> all) {

    /** Throws {@link NotFound} where the document has no such revision. */
    Revision revision(RevisionId id) {
        return all.stream()
                .filter(revision -> revision.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("Revision"));
    }

    /** The revision that answers; the newest where none does yet. */
    Revision standing() {
        return OpenedDocument.standing(document, all);
    }

    /** The revision before the given one; itself where it is the first. */
    Revision before(Revision revision) {
        return all.stream()
                .filter(one -> one.number() < revision.number())
                .findFirst()
                .orElse(revision);
    }

    /** Whether a newer revision does not answer yet. */
    boolean isPending() {
        return !document.newest().equals(document.current());
    }
}
