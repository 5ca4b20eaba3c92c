package io.opslore.library;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What extraction found in revisions, and what of it a document shows. */
@Component
class Extracts {

    private final RevisionTextRecords texts;
    private final RevisionDetailsRecords details;
    private final MaskRows masks;
    private final RevisionRecords revisions;

    Extracts(
            RevisionTextRecords texts,
            RevisionDetailsRecords details,
            MaskRows masks,
            RevisionRecords revisions) {
        this.texts = texts;
        this.details = details;
        this.masks = masks;
        this.revisions = revisions;
    }

    Optional<RevisionText> text(RevisionId id) {
        return texts.findById(id.value()).map(RevisionTextEntity::toText);
    }

    /** Empty where the text never went through the masking, or there is none. */
    Optional<Masks> masks(RevisionId id) {
        return masks.of(id);
    }

    /** The first text stays. */
    void keep(RevisionId id, RevisionText text) {
        if (!texts.existsById(id.value())) {
            texts.save(RevisionTextEntity.of(id, text));
        }
    }

    /** The first text stays, and with it what was masked in it. */
    void keep(RevisionId id, RevisionText text, Masks masked) {
        if (!texts.existsById(id.value())) {
            texts.save(RevisionTextEntity.of(id, text));
            masks.keep(id, masked);
        }
    }

    /** The first details stay. */
    void keep(RevisionId id, FoundDetails found) {
        if (!details.existsById(id.value())) {
            details.save(RevisionDetailsEntity.of(id, found));
        }
    }

    /** Nothing stays of what was kept before. */
    void replace(RevisionId id, RevisionText text, FoundDetails found) {
        texts.deleteById(id.value());
        details.deleteById(id.value());
        texts.flush();
        texts.save(RevisionTextEntity.of(id, text));
        details.save(RevisionDetailsEntity.of(id, found));
        texts.flush();
    }

    /** Gives a document the title and details of its current revision. */
    void show(DocumentEntity document) {
        if (document.currentRevisionId == null) {
            return;
        }
        texts.findById(document.currentRevisionId)
                .map(text -> text.title)
                .filter(title -> !title.isBlank())
                .ifPresent(title -> document.title = title);
        details.findById(document.currentRevisionId)
                .ifPresent(found -> showDetails(document, found));
    }

    private void showDetails(DocumentEntity document, RevisionDetailsEntity found) {
        Set<DetailsField> corrected = DetailsField.of(document.corrected);
        if (!corrected.contains(DetailsField.KIND)) {
            document.kind = found.kind;
        }
        if (!corrected.contains(DetailsField.OWNER)) {
            document.owner = found.owner.isEmpty() ? firstAuthor(document) : found.owner;
        }
        if (!corrected.contains(DetailsField.TAGS)) {
            document.tags = found.tags.clone();
        }
        if (!corrected.contains(DetailsField.REVIEW_ON)) {
            document.reviewOn = found.reviewOn;
        }
        // What a successor says outweighs the document's own words; Supersession looks again.
        if (document.supersededBy == null) {
            document.decision = found.decision;
        }
    }

    private String firstAuthor(DocumentEntity document) {
        return revisions
                .findByDocumentIdAndNumber(document.id, 1)
                .map(revision -> revision.author)
                .orElse("");
    }
}
