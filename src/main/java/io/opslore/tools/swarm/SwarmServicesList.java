package io.opslore.tools.swarm;

import io.opslore.connections.swarm.Swarm;
import io.opslore.connections.swarm.Swarms;
import io.opslore.tools.ChosenSource;
import io.opslore.tools.Found;
import io.opslore.tools.Paged;
import io.opslore.tools.ToolParameter;
import org.springframework.stereotype.Component;

/** What is to run. */
@Component
class SwarmServicesList extends SwarmTool {

    SwarmServicesList(ChosenSource source, Swarms swarms) {
        super(
                source,
                swarms,
                "swarm_services_list",
                "List services",
                "Lists services with image, mode, desired and running tasks, and the state of their last"
                        + " update. Fewer running than desired tasks are worth a look with swarm_rollout_get.",
                ToolParameter.text("stack", "Only services of this stack").optional(),
                ToolParameter.text("filter", "Only names with this text in them").optional(),
                ToolParameter.cursor());
    }

    @Override
    Found find(Swarm swarm, Call call) {
        return Paged.of(
                        swarm.services(call.given("stack")).stream()
                                .filter(one -> Rows.contains(one.name(), call.given("filter")))
                                .toList(),
                        Rows::service,
                        call.arguments())
                .found(call.source(), "");
    }
}
