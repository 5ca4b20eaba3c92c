package io.opslore.models;

import java.util.Optional;

/**
 * How it stands with the model that search compares texts by.
 *
 * @param chosen the server's model that is wanted; empty for the one that comes with the portal
 * @param answering the one that the index in use was made with, by its full name
 * @param inUse whether the index in use was made with the wanted one
 * @param building how far its index is; empty while none is being built
 * @param pieces how many pieces of text would be embedded anew for another one
 * @param problem what keeps the building waiting; empty for nothing
 */
public record EmbeddingStatus(
        Optional<String> chosen,
        String answering,
        boolean inUse,
        Optional<Progress> building,
        long pieces,
        Optional<String> problem) {

    /** So many of all documents. */
    public record Progress(long done, long documents) {}
}
