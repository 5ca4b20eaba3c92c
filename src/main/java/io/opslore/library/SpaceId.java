package io.opslore.library;

import java.util.UUID;

/** Identifies a space. */
public record SpaceId(UUID value) {}
