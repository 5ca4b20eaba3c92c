package io.opslore.assistant;

import java.util.UUID;

/** Identifies one question and its answer. */
public record AnswerId(UUID value) {}
