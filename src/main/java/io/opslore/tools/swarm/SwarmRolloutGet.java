package io.opslore.tools.swarm;

import io.opslore.connections.swarm.Swarm;
import io.opslore.connections.swarm.SwarmRollout;
import io.opslore.connections.swarm.SwarmService;
import io.opslore.connections.swarm.Swarms;
import io.opslore.tools.ChosenSource;
import io.opslore.tools.Found;
import io.opslore.tools.Found.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How the last change goes. */
@Component
class SwarmRolloutGet extends SwarmTool {

    SwarmRolloutGet(ChosenSource source, Swarms swarms) {
        super(
                source,
                swarms,
                "swarm_rollout_get",
                "Follow a rollout",
                "Tells how the last update of a service goes or went: state, what changed from the"
                        + " previous spec to the current one, which images run, and why tasks fail. Begin here when"
                        + " a deployment hangs.",
                service());
    }

    @Override
    Found find(Swarm swarm, Call call) {
        SwarmRollout rollout = swarm.rollout(call.text("service"));
        List<Item> rows = new ArrayList<>();
        rows.add(new Item(state(rollout), ""));
        rollout.failures().forEach(failure -> rows.add(new Item(failure(failure), "")));
        rollout.changes()
                .forEach(change -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("is", "change");
                    row.putAll(Rows.difference(change, "previous", "current"));
                    rows.add(new Item(row, ""));
                });
        return new Found(
                call.source(),
                "version " + rollout.service().version(),
                rows,
                false,
                "The state lags behind the tasks: look at both.");
    }

    private static Map<String, ?> state(SwarmRollout rollout) {
        SwarmService service = rollout.service();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("is", "state");
        row.put("service", service.name());
        row.put("update", rollout.state().isEmpty() ? "never updated" : rollout.state());
        row.put("message", rollout.message());
        row.put("startedAt", rollout.startedAt());
        row.put("completedAt", rollout.completedAt());
        row.put("image", service.image());
        row.put("desiredTasks", service.desired());
        row.put("runningTasks", service.running());
        Map<String, Object> images = new LinkedHashMap<>();
        rollout.images().forEach(image -> images.put(image.image(), image.tasks()));
        row.put("runningByImage", images);
        return row;
    }

    private static Map<String, ?> failure(SwarmRollout.Failure failure) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("is", "failure");
        row.put("error", failure.error());
        if (failure.exitCode() != null) {
            row.put("exitCode", failure.exitCode());
        }
        row.put("tasks", failure.tasks());
        row.put("lastNode", failure.node());
        row.put("lastAt", failure.last());
        return row;
    }
}
