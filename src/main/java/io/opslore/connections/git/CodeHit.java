package io.opslore.connections.git;

/**
 * A line that fits a pattern.
 *
 * @param line from 1
 */
public record CodeHit(String path, int line, String text) {}
