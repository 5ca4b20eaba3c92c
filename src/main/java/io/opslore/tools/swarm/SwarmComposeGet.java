package io.opslore.tools.swarm;

import io.opslore.connections.swarm.Swarm;
import io.opslore.connections.swarm.Swarms;
import io.opslore.tools.ChosenSource;
import io.opslore.tools.Found;
import io.opslore.tools.Found.Item;
import io.opslore.tools.Paged;
import io.opslore.tools.ToolParameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A compose file of what runs. */
@Component
class SwarmComposeGet extends SwarmTool {

    private static final int LINES_A_ROW = 60;

    SwarmComposeGet(ChosenSource source, Swarms swarms) {
        super(
                source,
                swarms,
                "swarm_compose_get",
                "Rebuild a compose file",
                "Rebuilds a docker-compose.yml from a running stack. It says what runs, not what was"
                        + " written: secrets are masked, and contents of configs and secrets are left out.",
                ToolParameter.text("stack", "Name of the stack"),
                ToolParameter.cursor());
    }

    @Override
    Found find(Swarm swarm, Call call) {
        List<String> lines = swarm.compose(call.text("stack")).lines().toList();
        List<Item> rows = new ArrayList<>();
        for (int from = Paged.position(call.arguments());
                from < lines.size();
                from += LINES_A_ROW) {
            int to = Math.min(from + LINES_A_ROW, lines.size());
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("firstLine", from + 1);
            row.put("lastLine", to);
            row.put("text", String.join("\n", lines.subList(from, to)));
            rows.add(new Item(row, Integer.toString(to)));
        }
        return new Found(
                call.source(), "", rows, false, "Rebuilt from the running stack, not declared so.");
    }
}
