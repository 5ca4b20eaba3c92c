package io.opslore.replicas;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A portal on the database.
 *
 * @param host the machine that it runs on
 * @param version what it runs; empty for one that does not say
 * @param shared the {@link SharedPart#mark} of each of its parts, by name
 */
public record Portal(
        UUID id,
        String host,
        String version,
        Instant startedAt,
        Instant seenAt,
        Map<String, String> shared) {}
