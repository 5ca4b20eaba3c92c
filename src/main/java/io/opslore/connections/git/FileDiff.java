package io.opslore.connections.git;

import java.util.List;

/**
 * The lines of a file that differ between two commits.
 *
 * @param binary whether it is no text, and so has no hunks
 * @param cut whether there are more hunks than these
 */
public record FileDiff(FileChange change, boolean binary, List<Hunk> hunks, boolean cut) {

    public FileDiff {
        hunks = List.copyOf(hunks);
    }

    /**
     * Lines that differ, with some around them.
     *
     * @param header such as {@code @@ -1,4 +1,5 @@}
     * @param text each line begins with a space, a plus or a minus
     */
    public record Hunk(String header, String text) {}
}
