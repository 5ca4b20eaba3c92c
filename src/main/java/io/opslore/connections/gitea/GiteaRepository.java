package io.opslore.connections.gitea;

/**
 * A repository that a server knows.
 *
 * @param name {@code owner/name}
 * @param updated as the server writes times
 */
public record GiteaRepository(
        String name,
        String description,
        String defaultBranch,
        String updated,
        boolean archived,
        boolean empty) {}
