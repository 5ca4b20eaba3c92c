package io.opslore.retrieval;

import io.opslore.library.Document;
import io.opslore.library.RevisionId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document that a search has found. Everything here is confirmed: the asker may read it.
 *
 * @param revision the one that was searched; current when the search ran
 * @param title the document's own, with what was sought marked
 * @param extracts the best first; empty for a document without a text
 * @param more how many further passages of it were found
 * @param copies other documents that are the same file
 * @param successor what took its place, where the asker may read that
 */
public record FoundDocument(
        Document document,
        RevisionId revision,
        int revisionNumber,
        List<TextPiece> title,
        List<Extract> extracts,
        int more,
        List<Document> copies,
        @Nullable Document successor) {

    public FoundDocument {
        title = List.copyOf(title);
        extracts = List.copyOf(extracts);
        copies = List.copyOf(copies);
    }
}
