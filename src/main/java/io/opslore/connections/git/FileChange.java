package io.opslore.connections.git;

/**
 * What became of a file between two commits.
 *
 * @param oldPath empty where it was added
 * @param newPath empty where it was deleted
 * @param blob the id of its content afterwards; of what it was where it was deleted
 */
public record FileChange(Kind kind, String oldPath, String newPath, String blob) {

    /** Where it is now, or was last. */
    public String path() {
        return newPath.isEmpty() ? oldPath : newPath;
    }

    /** What happened. */
    public enum Kind {
        ADDED,
        MODIFIED,
        DELETED,
        /** Its content may have changed too. */
        RENAMED
    }
}
