package io.opslore.connections.logfiles;

import java.time.Instant;

/**
 * @param name its path below the connection's folder
 * @param packed whether it is read by unpacking it
 */
public record LogFile(String name, long bytes, Instant modified, boolean packed) {}
