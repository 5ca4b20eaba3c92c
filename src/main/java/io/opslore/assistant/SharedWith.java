package io.opslore.assistant;

import java.time.Instant;

/**
 * Somebody else's conversation that a person may read.
 *
 * @param owner what its owner is called
 */
public record SharedWith(ConversationId id, String title, Instant changedAt, String owner) {}
