package io.opslore.replicas;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A portal on the database.
 *
 * @param host the machine that it runs on
 * @param shared the {@link SharedPart#mark} of each of its parts, by name
 */
public record Portal(
        UUID id, String host, Instant startedAt, Instant seenAt, Map<String, String> shared) {}
