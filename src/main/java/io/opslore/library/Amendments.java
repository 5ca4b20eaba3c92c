package io.opslore.library;

import io.opslore.identity.Asker;
import io.opslore.identity.NotAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What people change about documents, each within the transaction of the caller. */
@Component
class Amendments {

    static final String RESTORE = "restore";

    private final Access access;
    private final Recording recording;
    private final Extracts extracts;
    private final ApplicationEventPublisher events;

    Amendments(
            Access access,
            Recording recording,
            Extracts extracts,
            ApplicationEventPublisher events) {
        this.access = access;
        this.recording = recording;
        this.extracts = extracts;
        this.events = events;
    }

    /**
     * The bytes are there already: the old revision keeps them, as long as its document is held.
     */
    Stored restore(RevisionId id, Asker asker) {
        DocumentEntity document = access.writable(id, asker);
        if (document.snapshot) {
            throw new NotAllowed("change what was seen in a live system");
        }
        RevisionEntity old = access.unchecked(id);
        return recording.revise(document, new Blobs.Blob(old.sha256, old.size), RESTORE, asker);
    }

    void edit(DocumentId id, DetailsEdit edit, Asker asker) {
        DocumentEntity document = access.writable(id, asker);
        Map<String, ?> before = DocumentAction.details(document);
        Set<DetailsField> corrected = DetailsField.of(document.corrected);
        if (document.kind != edit.kind()) {
            document.kind = edit.kind();
            corrected.add(DetailsField.KIND);
        }
        if (!document.owner.equals(edit.owner())) {
            document.owner = edit.owner();
            corrected.add(DetailsField.OWNER);
        }
        if (!List.of(document.tags).equals(edit.tags())) {
            document.tags = edit.tags().toArray(String[]::new);
            corrected.add(DetailsField.TAGS);
        }
        if (!Objects.equals(document.reviewOn, edit.reviewOn())) {
            document.reviewOn = edit.reviewOn();
            corrected.add(DetailsField.REVIEW_ON);
        }
        changed(document, corrected);
        tell(document, before, asker);
    }

    void reset(DocumentId id, Set<DetailsField> fields, Asker asker) {
        DocumentEntity document = access.writable(id, asker);
        Map<String, ?> before = DocumentAction.details(document);
        Set<DetailsField> corrected = DetailsField.of(document.corrected);
        corrected.removeAll(fields);
        changed(document, corrected);
        tell(document, before, asker);
    }

    private void tell(DocumentEntity document, Map<String, ?> before, Asker asker) {
        Map<String, ?> after = DocumentAction.details(document);
        if (!after.equals(before)) {
            events.publishEvent(DocumentAction.edited(document, before, after, asker));
        }
    }

    private void changed(DocumentEntity document, Set<DetailsField> corrected) {
        String[] names = DetailsField.names(corrected);
        if (!Arrays.equals(names, document.corrected)) {
            document.corrected = names;
        }
        extracts.show(document);
        events.publishEvent(new DetailsChanged(document.documentId()));
    }
}
