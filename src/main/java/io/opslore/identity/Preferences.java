package io.opslore.identity;

import org.jspecify.annotations.Nullable;

/**
 * How the portal looks to one person.
 *
 * @param language {@code en}, {@code ru}, or null for the browser's
 * @param colorScheme {@code light}, {@code dark}, or null for the system's
 */
public record Preferences(@Nullable String language, @Nullable String colorScheme) {}
