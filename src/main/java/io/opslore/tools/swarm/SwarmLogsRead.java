package io.opslore.tools.swarm;

import io.opslore.connections.swarm.LogWish;
import io.opslore.connections.swarm.Swarm;
import io.opslore.connections.swarm.SwarmLogs;
import io.opslore.connections.swarm.Swarms;
import io.opslore.tools.ChosenSource;
import io.opslore.tools.Found;
import io.opslore.tools.NewestRows;
import io.opslore.tools.Since;
import io.opslore.tools.ToolParameter;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What containers wrote. */
@Component
class SwarmLogsRead extends SwarmTool {

    private static final int USUAL = 100;

    private final Clock clock;

    SwarmLogsRead(ChosenSource source, Swarms swarms, Clock clock) {
        super(
                source,
                swarms,
                "swarm_service_logs",
                "Read logs of a service",
                "Reads the last lines that the containers of a service wrote, over all tasks together, in"
                        + " the order of time. Narrow by text, task, stream, or since.",
                service(),
                ToolParameter.text("task", "Only this task, by its id").optional(),
                Since.parameter(),
                ToolParameter.number("tail", "How many lines at most; 100 if left out", 200),
                ToolParameter.text("grep", "Only lines with this text in them, in any case")
                        .optional(),
                ToolParameter.choice("stream", "Only this stream", List.of("stdout", "stderr")));
        this.clock = clock;
    }

    @Override
    Found find(Swarm swarm, Call call) {
        SwarmLogs logs =
                swarm.logs(
                        call.text("service"),
                        new LogWish(
                                call.given("task"),
                                Since.of(call.arguments(), clock.instant()).orElse(null),
                                call.arguments().number("tail", USUAL),
                                call.given("grep"),
                                call.given("stream")));
        return NewestRows.of(
                call.source(),
                logs.lines().stream().map(SwarmLogsRead::row).toList(),
                logs.cut(),
                hint(logs));
    }

    private static Map<String, ?> row(SwarmLogs.Line line) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("at", line.at());
        row.put("task", line.task());
        row.put("node", line.node());
        row.put("stream", line.stream());
        row.put("text", line.text());
        return row;
    }

    private static String hint(SwarmLogs logs) {
        return logs.incomplete()
                ? "Incomplete: the engine could not read the logs of every task."
                : logs.lines().isEmpty() ? "No line fits." : "";
    }
}
