package io.opslore.ingest.ui;

import io.opslore.library.DocumentId;
import java.time.Instant;

/** A row of a space's tree; the same row as another one if it stands at the same place. */
sealed interface TreeEntry {

    /** The whole path. */
    String path();

    /** The last part of the path. */
    default String name() {
        return path().substring(path().lastIndexOf('/') + 1);
    }

    /** The folder it lies in, empty at the top. */
    default String parent() {
        int slash = path().lastIndexOf('/');
        return slash < 0 ? "" : path().substring(0, slash);
    }

    /** Holds other entries. */
    record Folder(String path) implements TreeEntry {}

    /**
     * A document.
     *
     * @param seenAt stands for the time of its change until that is known
     */
    record File(String path, DocumentId document, Instant seenAt) implements TreeEntry {

        @Override
        public boolean equals(Object other) {
            return other instanceof File file && file.document.equals(document);
        }

        @Override
        public int hashCode() {
            return document.hashCode();
        }
    }
}
