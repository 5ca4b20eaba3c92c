package io.opslore.tools.swarm;

import io.opslore.connections.swarm.Swarm;
import io.opslore.connections.swarm.SwarmService;
import io.opslore.connections.swarm.Swarms;
import io.opslore.tools.ChosenSource;
import io.opslore.tools.Found;
import io.opslore.tools.Paged;
import io.opslore.tools.ToolParameter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which versions run. */
@Component
class SwarmVersionsList extends SwarmTool {

    SwarmVersionsList(ChosenSource source, Swarms swarms) {
        super(
                source,
                swarms,
                "swarm_versions_list",
                "List versions",
                "Lists which image, tag and digest each service is to run and how many tasks run. Use it to"
                        + " answer what version of something is deployed.",
                ToolParameter.text("stack", "Only services of this stack").optional(),
                ToolParameter.cursor());
    }

    @Override
    Found find(Swarm swarm, Call call) {
        return Paged.of(
                        swarm.services(call.given("stack")),
                        SwarmVersionsList::row,
                        call.arguments())
                .found(call.source(), "");
    }

    private static Map<String, ?> row(SwarmService service) {
        String[] image = service.image().split("@", 2);
        int colon = image[0].lastIndexOf(':');
        boolean isTagged = colon > image[0].lastIndexOf('/');
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("service", service.name());
        row.put("image", isTagged ? image[0].substring(0, colon) : image[0]);
        row.put("tag", isTagged ? image[0].substring(colon + 1) : "");
        row.put("digest", image.length > 1 ? image[1] : "");
        row.put("desiredTasks", service.desired());
        row.put("runningTasks", service.running());
        row.put("update", service.update());
        row.put("updatedAt", service.updatedAt());
        return row;
    }
}
