package io.opslore.retrieval;

import io.opslore.library.LineRange;
import java.util.List;

/**
 * The lines of a document that show best why it was found.
 *
 * @param headingPath the headings above them joined by {@code " › "}, or empty
 * @param lines where they stand in the revision's text
 * @param page in paged documents the page of the passage, from 1; else 0
 */
public record Extract(String headingPath, LineRange lines, int page, List<TextPiece> text) {

    public Extract {
        text = List.copyOf(text);
    }
}
