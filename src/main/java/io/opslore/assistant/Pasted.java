package io.opslore.assistant;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text that somebody has pasted to have it looked at, as it is kept.
 *
 * @param revision that holds it, without secrets
 * @param findings the revision that holds what the portal's own rules say of it; null for nothing
 * @param lines how many it has
 * @param masked how many secrets were taken out
 * @param found how many findings there are
 */
public record Pasted(UUID revision, @Nullable UUID findings, int lines, int masked, int found) {}
