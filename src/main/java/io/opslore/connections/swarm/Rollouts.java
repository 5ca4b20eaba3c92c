package io.opslore.connections.swarm;

import io.opslore.connections.swarm.SwarmRollout.Failure;
import io.opslore.connections.swarm.SwarmRollout.RunningImage;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Puts together what the engine tells of a change here and there. */
final class Rollouts {

    private Rollouts() {}

    /**
     * @param forms a spec as a compose file says it, without secrets
     */
    static SwarmRollout of(
            JsonNode raw,
            SwarmService service,
            List<SwarmTask> tasks,
            Function<JsonNode, Map<String, Object>> forms) {
        JsonNode update = raw.path("UpdateStatus");
        JsonNode before = raw.path("PreviousSpec");
        return new SwarmRollout(
                service,
                service.update(),
                update.path("Message").asString(""),
                update.path("StartedAt").asString(""),
                update.path("CompletedAt").asString(""),
                before.isObject()
                        ? Flat.differences(service.name(), forms.apply(before), service.form())
                        : List.of(),
                images(tasks),
                failures(tasks));
    }

    private static List<RunningImage> images(List<SwarmTask> tasks) {
        Map<String, Integer> counts = new TreeMap<>();
        tasks.stream()
                .filter(task -> task.state().equals("running"))
                .forEach(task -> counts.merge(task.image(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(one -> new RunningImage(one.getKey(), one.getValue()))
                .toList();
    }

    private static List<Failure> failures(List<SwarmTask> tasks) {
        return tasks.stream()
                .filter(SwarmTask::hasFailed)
                .collect(
                        Collectors.groupingBy(
                                SwarmTask::error, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(alike -> {
                    SwarmTask last = alike.getFirst();
                    return new Failure(
                            last.error(), last.exitCode(), alike.size(), last.node(), last.since());
                })
                .sorted(Comparator.comparing(Failure::last).reversed())
                .toList();
    }
}
