package io.opslore.tools.swarm;

import io.opslore.connections.swarm.Swarm;
import io.opslore.connections.swarm.SwarmService;
import io.opslore.connections.swarm.Swarms;
import io.opslore.tools.ChosenSource;
import io.opslore.tools.Found;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A service in full. */
@Component
class SwarmServiceGet extends SwarmTool {

    SwarmServiceGet(ChosenSource source, Swarms swarms) {
        super(
                source,
                swarms,
                "swarm_service_get",
                "Read a service",
                "Reads one service in full: image, command, environment, labels, mounts, networks, ports,"
                        + " configs, secrets, limits, update policy, as a compose file would say it, and what runs."
                        + " Values of secrets are masked.",
                service());
    }

    @Override
    Found find(Swarm swarm, Call call) {
        SwarmService service = swarm.service(call.text("service"));
        Map<String, Object> row = new LinkedHashMap<>(Rows.service(service));
        row.put("createdAt", service.createdAt());
        row.put("spec", service.form());
        return new Found(
                call.source(),
                "version " + service.version(),
                List.of(new Found.Item(row, "")),
                false,
                "Tasks: swarm_tasks_list. Last update: swarm_rollout_get.");
    }
}
