package io.opslore.connections.gitea;

/**
 * What somebody said of a pull request.
 *
 * @param verdict as the server writes it: APPROVED, REQUEST_CHANGES, COMMENT
 */
public record Review(String author, String verdict, String text, String time) {}
