package io.opslore.tools.swarm;

import io.opslore.connections.swarm.Swarm;
import io.opslore.connections.swarm.Swarms;
import io.opslore.tools.ChosenSource;
import io.opslore.tools.Found;
import io.opslore.tools.Paged;
import io.opslore.tools.ToolParameter;
import org.springframework.stereotype.Component;

/** The machines of a swarm. */
@Component
class SwarmNodesList extends SwarmTool {

    SwarmNodesList(ChosenSource source, Swarms swarms) {
        super(
                source,
                swarms,
                "swarm_nodes_list",
                "List nodes",
                "Lists the nodes of a Docker Swarm: role, state, availability, engine, size, and how many"
                        + " tasks each is to run.",
                ToolParameter.cursor());
    }

    @Override
    Found find(Swarm swarm, Call call) {
        return Paged.of(swarm.nodes(), Rows::node, call.arguments()).found(call.source(), "");
    }
}
