package io.opslore.connections.swarm;

/**
 * Something that is said in two ways.
 *
 * @param service which one; empty for the stack itself
 * @param path of the value, such as {@code environment.LOG_LEVEL}
 * @param before one side without its secrets: earlier, or declared; empty where it does not say it
 * @param after the other side: now, or running
 */
public record Difference(String service, String path, String before, String after) {}
