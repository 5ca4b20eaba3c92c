package io.opslore.library;

/** What became of bytes that were handed in under a path. */
public sealed interface Stored {

    /** The document. */
    DocumentId document();

    /** The revision that now holds these bytes. */
    RevisionId revision();

    /** The path was new. */
    record Added(DocumentId document, RevisionId revision) implements Stored {}

    /** The path was known and its bytes were other ones. */
    record Revised(DocumentId document, RevisionId revision) implements Stored {}

    /** The newest revision holds these very bytes; nothing was stored. */
    record Unchanged(DocumentId document, RevisionId revision) implements Stored {}
}
