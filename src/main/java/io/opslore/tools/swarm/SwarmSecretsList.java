package io.opslore.tools.swarm;

import io.opslore.connections.swarm.Swarm;
import io.opslore.connections.swarm.Swarms;
import io.opslore.tools.ChosenSource;
import io.opslore.tools.Found;
import io.opslore.tools.Paged;
import io.opslore.tools.ToolParameter;
import org.springframework.stereotype.Component;

/** Names of secrets. */
@Component
class SwarmSecretsList extends SwarmTool {

    SwarmSecretsList(ChosenSource source, Swarms swarms) {
        super(
                source,
                swarms,
                "swarm_secrets_list",
                "List secrets",
                "Lists the names of the secrets of a swarm and which services use them. Their values are"
                        + " known to nobody.",
                ToolParameter.text("filter", "Only names with this text in them").optional(),
                ToolParameter.cursor());
    }

    @Override
    Found find(Swarm swarm, Call call) {
        return Paged.of(
                        swarm.secrets().stream()
                                .filter(one -> Rows.contains(one.name(), call.given("filter")))
                                .toList(),
                        Rows::file,
                        call.arguments())
                .found(call.source(), "");
    }
}
