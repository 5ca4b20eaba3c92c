package io.opslore.library;

import io.opslore.identity.Asker;
import io.opslore.identity.Permission;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts documents into the bin and takes them out, by the asker's grants. */
@Component
class Binning {

    private final Access access;
    private final DocumentRecords documents;
    private final Grants grants;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Binning(
            Access access,
            DocumentRecords documents,
            Grants grants,
            ApplicationEventPublisher events,
            Clock clock) {
        this.access = access;
        this.documents = documents;
        this.grants = grants;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    void put(DocumentId id, Asker asker) {
        DocumentEntity document = access.writable(id, asker);
        if (!document.isBinned()) {
            document.binnedAt = clock.instant();
            document.binnedBy = asker.username();
            events.publishEvent(new DocumentBinned(id));
            events.publishEvent(DocumentAction.of("bin", document, asker.actor(), Map.of()));
        }
    }

    @Transactional
    void restore(DocumentId id, Asker asker) {
        DocumentEntity document = access.writable(id, asker);
        if (document.isBinned()) {
            document.takeOutOfBin();
            events.publishEvent(new DocumentRestored(id));
            events.publishEvent(DocumentAction.of("unbin", document, asker.actor(), Map.of()));
        }
    }

    @Transactional(readOnly = true)
    List<Document> in(SpaceId space, Asker asker) {
        grants.requireWrite(space, asker);
        return access
                .visible(
                        documents.findBySpaceIdAndBinnedAtIsNotNullOrderByBinnedAtDescPath(
                                space.value()),
                        asker)
                .stream()
                .map(DocumentEntity::toDocument)
                .toList();
    }

    /** Who may not read it cannot tell it from absence. */
    void requirePurge(DocumentId id, Asker asker) {
        grants.require(
                Permission.DOCUMENT_PURGE, new SpaceId(access.document(id, asker).spaceId), asker);
    }
}
