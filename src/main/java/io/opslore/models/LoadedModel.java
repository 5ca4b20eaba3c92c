package io.opslore.models;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * A model in a server's memory.
 *
 * @param bytes in all kinds of memory together
 * @param videoBytes of these on the GPU; fewer than {@code bytes} means that a part is computed
 *     without it, and slowly
 * @param contextTokens the window that it was loaded with; older servers do not tell
 * @param until when the server will take it out again, unless it is asked before
 */
public record LoadedModel(
        String name, long bytes, long videoBytes, OptionalInt contextTokens, Instant until) {

    /** Whether all of it is on the GPU. */
    public boolean isOnGpu() {
        return videoBytes >= bytes;
    }
}
