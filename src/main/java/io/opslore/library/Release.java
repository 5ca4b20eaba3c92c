package io.opslore.library;

import java.util.Optional;

/**
 * What of a revision leaves the portal for one person, at this moment.
 *
 * @param copy what they may take along
 * @param drawn whether a page may draw the original for them
 * @param masks what was masked in its text; empty where nothing went through the masking yet
 */
public record Release(Copy copy, boolean drawn, Optional<Masks> masks) {

    /** What a download gives. */
    public enum Copy {
        /** The bytes as they came in, secrets and all. */
        ORIGINAL,
        /** The extracted text, in which secrets are masked. */
        MASKED_TEXT,
        /** Nothing: there is no masked text yet. */
        NONE
    }
}
