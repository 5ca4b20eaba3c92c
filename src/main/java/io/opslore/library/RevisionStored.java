package io.opslore.library;

import io.opslore.identity.AccountId;

/**
 * A revision was stored. Published in the storing transaction, so that what a listener records
 * lives and dies with the revision.
 *
 * @param origin how it came in
 * @param by who stored it
 */
public record RevisionStored(
        DocumentId document, RevisionId revision, String origin, AccountId by, long bytes) {}
