package io.opslore.tools.mcp;

/**
 * What a server says of itself.
 *
 * @param instructions for a model: what is there, and how to use it
 */
public record McpGreeting(String instructions) {}
