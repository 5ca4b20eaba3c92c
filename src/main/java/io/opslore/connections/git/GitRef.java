package io.opslore.connections.git;

/**
 * A name for a commit.
 *
 * @param name as people say it: {@code main}, {@code v1.2}, {@code pull/7/head}
 * @param isDefault whether it is the branch that is meant when none is said
 */
public record GitRef(String name, Kind kind, CommitId commit, boolean isDefault) {

    /** What it names. */
    public enum Kind {
        BRANCH,
        TAG,
        PULL
    }
}
