package io.opslore.tools.swarm;

import io.opslore.connections.swarm.Swarm;
import io.opslore.connections.swarm.SwarmTask;
import io.opslore.connections.swarm.Swarms;
import io.opslore.tools.ChosenSource;
import io.opslore.tools.Found;
import io.opslore.tools.Paged;
import io.opslore.tools.ToolParameter;
import org.springframework.stereotype.Component;

/** How a service fared. */
@Component
class SwarmTasksList extends SwarmTool {

    SwarmTasksList(ChosenSource source, Swarms swarms) {
        super(
                source,
                swarms,
                "swarm_tasks_list",
                "List tasks",
                "Lists the tasks of a service, the newest first, with their history: state, node, error,"
                        + " exit code. Shows why containers fail or cannot be placed.",
                service(),
                ToolParameter.text("state", "Only tasks in this state, such as failed").optional(),
                ToolParameter.flag("current", "Only tasks that are still to run"),
                ToolParameter.cursor());
    }

    @Override
    Found find(Swarm swarm, Call call) {
        return Paged.of(
                        swarm.tasks(call.text("service")).stream()
                                .filter(task -> isWanted(task, call))
                                .toList(),
                        Rows::task,
                        call.arguments())
                .found(
                        call.source(),
                        "The engine keeps the last five tasks of each slot, unless set otherwise.");
    }

    private static boolean isWanted(SwarmTask task, Call call) {
        return (call.given("state").isEmpty() || call.given("state").equals(task.state()))
                && (!call.arguments().flag("current") || task.desired().equals("running"));
    }
}
