package io.opslore.library;

import java.io.InputStream;

/**
 * What somebody takes along of a revision.
 *
 * @param name for the file
 * @param size in bytes
 * @param bytes the caller closes the stream
 */
public record TakenFile(String name, long size, InputStream bytes) {}
