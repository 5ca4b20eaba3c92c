package io.opslore.assistant;

import java.util.UUID;

/** Identifies a conversation. */
public record ConversationId(UUID value) {}
