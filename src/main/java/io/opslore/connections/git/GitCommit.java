package io.opslore.connections.git;

import java.time.Instant;
import java.util.List;

/**
 * What a commit says of itself.
 *
 * @param time when it was written
 * @param message the whole of it
 */
public record GitCommit(
        CommitId id,
        String author,
        String email,
        Instant time,
        String message,
        List<CommitId> parents) {

    public GitCommit {
        parents = List.copyOf(parents);
    }

    /** The first line of its message. */
    public String subject() {
        return message.lines().findFirst().orElse("");
    }
}
