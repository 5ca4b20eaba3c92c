package io.opslore.library;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a document without reading it.
 *
 * @param source where it comes from, for instance {@code upload}
 * @param path slash-separated, unique within its space and source, never absolute, no {@code .} or
 *     {@code ..} parts
 * @param title the document's own title where it has one, else the file name
 * @param current the revision that answers; null until the first one is indexed
 * @param changedAt when its newest revision was stored
 * @param binned null unless it is in the bin
 */
public record Document(
        DocumentId id,
        SpaceId space,
        String source,
        String path,
        String title,
        @Nullable RevisionId current,
        RevisionId newest,
        Instant changedAt,
        Details details,
        @Nullable Binned binned) {

    /** Whether it is kept only so that it can be cited: seen in a live system, or pasted. */
    public boolean isSnapshot() {
        return source.equals(Snapshots.SOURCE) || isPasted();
    }

    /** Whether a person has pasted it to ask about it. */
    public boolean isPasted() {
        return source.equals(Snapshots.PASTED);
    }

    /** The last part of the path. */
    public String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
