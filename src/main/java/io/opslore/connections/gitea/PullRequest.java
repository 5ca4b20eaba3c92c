package io.opslore.connections.gitea;

/**
 * A pull request as it stands.
 *
 * @param state open, closed or merged
 * @param base the branch it is meant for
 * @param baseCommit that branch's commit
 * @param head the branch it comes from
 * @param headCommit its newest commit
 */
public record PullRequest(
        int number,
        String title,
        String text,
        String author,
        String state,
        boolean draft,
        String base,
        String baseCommit,
        String head,
        String headCommit,
        String updated) {}
