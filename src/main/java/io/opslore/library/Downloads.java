package io.opslore.library;

import io.opslore.identity.Asker;
import java.io.InputStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Original bytes that leave the portal, each time on the record. Thread-safe. */
@Service
public class Downloads {

    private final Documents documents;
    private final ApplicationEventPublisher events;

    Downloads(Documents documents, ApplicationEventPublisher events) {
        this.documents = documents;
        this.events = events;
    }

    /** For readers of its space: as a file to take along; the caller closes the stream. */
    public InputStream file(RevisionId id, Asker asker) {
        return recorded(id, "file", asker);
    }

    /** For readers of its space: for a page that shows it; the caller closes the stream. */
    public InputStream shown(RevisionId id, Asker asker) {
        return recorded(id, "page", asker);
    }

    private InputStream recorded(RevisionId id, String how, Asker asker) {
        Revision revision = documents.revision(id, asker);
        events.publishEvent(DocumentAction.downloaded(revision, how, asker));
        return documents.original(id, asker);
    }
}
