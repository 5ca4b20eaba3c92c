package io.opslore.library.ui;

import io.opslore.library.Document;
import java.time.LocalDate;
import java.util.Collection;

/** What can be done about documents in the bin; the page is shown anew afterwards. */
record BinChoices(Discarding discarding, Runnable reload) {

    void bringBack(Collection<Document> documents) {
        discarding.bringBack(documents, reload);
    }

    void purge(Collection<Document> documents) {
        discarding.askToPurge(documents, reload);
    }

    LocalDate lastDay(Document document) {
        return discarding.lastDay(document);
    }
}
