package io.opslore.guard;

import java.time.Instant;
import java.util.UUID;

/**
 * That some value is no secret here; the value itself is not kept.
 *
 * @param note what people say of it; empty where they say nothing
 */
public record AllowedValue(UUID id, String note, Instant addedAt) {}
