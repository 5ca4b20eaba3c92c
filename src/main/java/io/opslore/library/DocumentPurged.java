package io.opslore.library;

import java.util.List;

/**
 * A document is gone for good, with all its revisions. Published in the transaction that removes
 * it: whoever keeps something derived from it removes that as well.
 *
 * @param narrowed whether fewer saw it than its space: nobody can be asked any more who
 */
public record DocumentPurged(DocumentId document, List<RevisionId> revisions, boolean narrowed) {

    public DocumentPurged {
        revisions = List.copyOf(revisions);
    }
}
