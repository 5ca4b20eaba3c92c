package io.opslore.assistant;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one call has found, or why it has not, as the model that plans the next one is told.
 *
 * @param revision where it is kept; null where it is kept nowhere else
 * @param text empty where it is kept
 */
record FoundPart(@Nullable UUID revision, String text) {}
