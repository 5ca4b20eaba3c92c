package io.opslore.assistant;

import java.time.Instant;

/** A conversation without its answers. */
public record Conversation(ConversationId id, String title, Instant changedAt) {}
