package io.opslore.guard;

import java.util.UUID;

/**
 * A sort of secret that this portal's admins know of.
 *
 * @param name what they call it, unlike all others
 * @param kind what stands in the placeholder: lower case with hyphens
 * @param expression RE2; its first group is the secret, or all that it matches
 */
public record OwnRule(UUID id, String name, String kind, String expression) {}
