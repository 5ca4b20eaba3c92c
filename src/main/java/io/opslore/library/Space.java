package io.opslore.library;

import java.time.Instant;

/**
 * A named collection of documents that share their grants.
 *
 * @param name unique, shown to people and used on the command line
 * @param documents how many documents it holds
 */
public record Space(
        SpaceId id, String name, String description, Instant createdAt, long documents) {

    /** The name of the space that holds the sample documents, where they were loaded. */
    public static final String SAMPLES = "Samples";
}
