package io.opslore.connections.swarm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which lines somebody wants.
 *
 * @param task only that task's; empty for all
 * @param since none before; null for all there are
 * @param tail how many at most, over all tasks
 * @param contains only lines with this text in them, in any case; empty for all
 * @param stream stdout, stderr, or empty for both
 */
public record LogWish(
        String task, @Nullable Instant since, int tail, String contains, String stream) {}
