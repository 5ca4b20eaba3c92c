package io.opslore.tools.swarm;

import io.opslore.connections.swarm.Swarm;
import io.opslore.connections.swarm.Swarms;
import io.opslore.tools.ChosenSource;
import io.opslore.tools.Found;
import io.opslore.tools.Paged;
import io.opslore.tools.ToolParameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Configs, and one's content where it is asked for. */
@Component
class SwarmConfigsList extends SwarmTool {

    private static final int LONGEST = 20_000;

    SwarmConfigsList(ChosenSource source, Swarms swarms) {
        super(
                source,
                swarms,
                "swarm_configs_list",
                "List configs",
                "Lists configs of a swarm and which services use them. Give config to read the content of"
                        + " one, with secrets masked.",
                ToolParameter.text("filter", "Only names with this text in them").optional(),
                ToolParameter.text("config", "Name or id of one config to read").optional(),
                ToolParameter.cursor());
    }

    @Override
    Found find(Swarm swarm, Call call) {
        return call.arguments()
                .find("config")
                .map(config -> content(swarm, config, call))
                .orElseGet(() ->
                        Paged.of(
                                        swarm.configs().stream()
                                                .filter(one ->
                                                        Rows.contains(
                                                                one.name(), call.given("filter")))
                                                .toList(),
                                        Rows::file,
                                        call.arguments())
                                .found(call.source(), "Give config to read one."));
    }

    private static Found content(Swarm swarm, String config, Call call) {
        String text = swarm.content(config);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", config);
        row.put("text", text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
        return new Found(
                call.source(),
                "",
                List.of(new Found.Item(row, "")),
                text.length() > LONGEST,
                text.isEmpty() ? "It holds no text." : "");
    }
}
