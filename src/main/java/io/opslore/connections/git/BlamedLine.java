package io.opslore.connections.git;

import java.time.Instant;

/**
 * A line of a file, and the commit that wrote it.
 *
 * @param number from 1
 * @param path where the file was then
 */
public record BlamedLine(
        int number,
        String text,
        CommitId commit,
        String author,
        Instant time,
        String subject,
        String path) {}
