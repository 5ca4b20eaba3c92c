package io.opslore.library.ui;

import io.opslore.library.Document;
import io.opslore.library.LineRange;
import io.opslore.library.Release;
import io.opslore.library.Revision;
import io.opslore.library.RevisionText;
import io.opslore.library.Space;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A document at the revision that is shown.
 *
 * @param revisions all of them, the newest first
 * @param text empty while it is not extracted, or could not be
 * @param release what of it leaves the portal for the reader
 * @param place what was asked for
 */
record OpenedDocument(
        Document document,
        Space space,
        List<Revision> revisions,
        Revision shown,
        Optional<RevisionText> text,
        Release release,
        DocumentPlace place) {

    /** What to highlight. */
    @Nullable LineRange lines() {
        return place.lines();
    }

    /** Where a link to what is shown leads. */
    String address() {
        return isOld()
                ? DocumentNavigation.address(document.id(), shown.id())
                : DocumentNavigation.address(document.id());
    }

    /** The revision that a reader who names none is shown. */
    static Revision standing(Document document, List<Revision> revisions) {
        return revisions.stream()
                .filter(revision -> revision.id().equals(document.current()))
                .findFirst()
                .orElse(revisions.getFirst());
    }

    /** As the shown revision calls itself. */
    String title() {
        return text.map(RevisionText::title).filter(own -> !own.isBlank()).orElse(document.title());
    }

    /** Whether something newer answers by now. */
    boolean isOld() {
        return shown.number() < standing(document, revisions).number();
    }
}
