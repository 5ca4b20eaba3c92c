package io.opslore.library;

/**
 * A revision was stored. Published in the storing transaction, so that what a listener records
 * lives and dies with the revision.
 */
public record RevisionStored(DocumentId document, RevisionId revision) {}
