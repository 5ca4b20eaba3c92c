package io.opslore.operations.history;

import io.opslore.health.DependencyState;
import java.util.List;
import java.util.Map;

/**
 * The portal at this moment.
 *
 * @param numbers by name; what is not known is left out
 * @param stages of the last hour, since the start at most; only those that something went through
 */
public record Now(
        List<DependencyState> dependencies, Map<String, Double> numbers, List<StageTimes> stages) {}
