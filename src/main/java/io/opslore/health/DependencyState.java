package io.opslore.health;

import java.time.Instant;

/**
 * A dependency as of the last look.
 *
 * @param since since when it has been in this state
 * @param lookedAt when the condition was found
 */
public record DependencyState(
        String name, boolean vital, Condition condition, Instant since, Instant lookedAt) {}
