package io.opslore.library;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Texts that other rules masked than those in force, or none: for ingest, which works for no one
 * person. What was begun is known to be unfinished until {@link #finish}. Thread-safe.
 */
@Service
@Transactional(readOnly = true)
public class Remasks {

    /** Rules of no name: the text is new, what is derived from it may not be yet. */
    private static final String UNFINISHED = "";

    private final Extracts extracts;
    private final MaskRows rows;
    private final DocumentRecords documents;
    private final RevisionRecords revisions;
    private final ApplicationEventPublisher events;

    Remasks(
            Extracts extracts,
            MaskRows rows,
            DocumentRecords documents,
            RevisionRecords revisions,
            ApplicationEventPublisher events) {
        this.extracts = extracts;
        this.rows = rows;
        this.documents = documents;
        this.revisions = revisions;
        this.events = events;
    }

    /**
     * Revisions with a text that was not masked under these rules, current or not, from the one
     * after the given.
     *
     * @param after the last of the previous call
     */
    public List<RevisionId> due(String version, Optional<RevisionId> after, int most) {
        UUID last = after.map(RevisionId::value).orElse(new UUID(0, 0));
        return rows.due(version, last, most);
    }

    /** How many there are in all. */
    public int due(String version) {
        return rows.due(version);
    }

    /**
     * Replaces what is stored of a revision, and shows it if it is the current one.
     *
     * @return whether what was derived from it must be made anew before {@link #finish}
     */
    @Transactional
    public boolean replace(RevisionId id, RevisionText text, FoundDetails found, Masks masks) {
        RevisionEntity revision =
                revisions.findById(id.value()).orElseThrow(() -> new NotFound("Revision"));
        DocumentEntity document =
                documents.lock(revision.documentId).orElseThrow(() -> new NotFound("Document"));
        boolean unfinished =
                rows.of(id).filter(known -> known.version().equals(UNFINISHED)).isPresent();
        boolean changed = !extracts.text(id).equals(Optional.of(text));
        rows.keep(id, changed || unfinished ? new Masks(UNFINISHED, masks.all()) : masks);
        if (changed) {
            extracts.replace(id, text, found);
            show(document, revision);
            events.publishEvent(new RevisionRemasked(document.documentId(), id));
        }
        return changed || unfinished;
    }

    /** All that was derived from the revision is as new as its text. */
    @Transactional
    public void finish(RevisionId id, String version) {
        rows.rename(id, version);
    }

    private void show(DocumentEntity document, RevisionEntity revision) {
        if (revision.id.equals(document.currentRevisionId)) {
            extracts.show(document);
            events.publishEvent(new DetailsChanged(document.documentId()));
        }
    }
}
