package io.opslore.connections.git;

/**
 * Something that a tree holds.
 *
 * @param path from the root, with slashes
 * @param blob the id of its content
 * @param bytes of a file; 0 of anything else
 */
public record TreeEntry(String path, Kind kind, String blob, long bytes) {

    /** What it is. */
    public enum Kind {
        FILE,
        FOLDER,
        LINK,
        /** Another repository's commit. */
        MODULE
    }
}
