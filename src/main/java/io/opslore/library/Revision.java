package io.opslore.library;

import java.time.Instant;

/**
 * One immutable state of a document.
 *
 * @param number counts from 1 within its document
 * @param sha256 of the original bytes, lower-case hex; also their address in the blob store
 * @param size of the original bytes
 * @param author username of who brought it in
 * @param origin how it came in, for instance {@code upload}
 */
public record Revision(
        RevisionId id,
        DocumentId document,
        SpaceId space,
        String path,
        int number,
        String sha256,
        long size,
        String author,
        String origin,
        Instant createdAt) {

    /** The last part of the path. */
    public String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
