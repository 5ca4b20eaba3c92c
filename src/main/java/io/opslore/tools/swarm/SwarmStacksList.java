package io.opslore.tools.swarm;

import io.opslore.connections.swarm.Swarm;
import io.opslore.connections.swarm.Swarms;
import io.opslore.tools.ChosenSource;
import io.opslore.tools.Found;
import io.opslore.tools.Paged;
import io.opslore.tools.ToolParameter;
import org.springframework.stereotype.Component;

/** What was deployed, by stack. */
@Component
class SwarmStacksList extends SwarmTool {

    SwarmStacksList(ChosenSource source, Swarms swarms) {
        super(
                source,
                swarms,
                "swarm_stacks_list",
                "List stacks",
                "Lists the stacks of a Docker Swarm with their services and how many tasks run. Start here"
                        + " to learn what there is.",
                ToolParameter.text("filter", "Only names with this text in them").optional(),
                ToolParameter.cursor());
    }

    @Override
    Found find(Swarm swarm, Call call) {
        return Paged.of(
                        swarm.stacks().stream()
                                .filter(stack -> Rows.contains(stack.name(), call.given("filter")))
                                .toList(),
                        Rows::stack,
                        call.arguments())
                .found(call.source(), "Look into one with swarm_services_list.");
    }
}
