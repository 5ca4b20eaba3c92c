package io.opslore.connections.logfiles;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param at what time it begins with, or one before it; null where none is read
 * @param text without secrets
 */
public record FileLine(String file, @Nullable Instant at, String text) {}
