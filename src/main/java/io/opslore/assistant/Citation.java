package io.opslore.assistant;

import io.opslore.library.DocumentId;
import io.opslore.library.LineRange;
import io.opslore.library.RevisionId;

/**
 * A source an answer stands on, pinned for ever.
 *
 * @param marker the number in the text, from 1; 0 where no text counts it
 * @param path and {@code title}: as they were when the answer was given
 * @param lines of the revision's text
 * @param page from 1 in paged documents, else 0
 * @param quote those lines
 * @param sha256 of the quote's UTF-8 bytes, lower-case hex
 */
public record Citation(
        int marker,
        DocumentId document,
        RevisionId revision,
        int revisionNumber,
        String path,
        String title,
        String headingPath,
        LineRange lines,
        int page,
        String quote,
        String sha256) {

    /** Its place in the answer, and nothing of the source: the asker may no longer open that. */
    Citation closed() {
        return new Citation(
                marker, document, revision, revisionNumber, "", "", "", lines, 0, "", "");
    }

    /** Whether the source is one that the asker may no longer open. */
    public boolean isClosed() {
        return sha256.isEmpty();
    }
}
