package io.opslore.tools.git;

import io.opslore.connections.gitea.GiteaServers;
import io.opslore.connections.gitea.JobLog;
import io.opslore.connections.gitea.JobLog.LogQuery;
import io.opslore.guard.MaskScope;
import io.opslore.guard.Masking;
import io.opslore.identity.Asker;
import io.opslore.tools.Found;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The ends of the logs of a run's jobs. */
@Component
class RunLog implements GiteaTool {

    private static final int LAST = Integer.MAX_VALUE;
    private static final int MOST = 500;
    private static final int USUAL = 100;

    private static final ToolInfo INFO =
            new ToolInfo(
                    "git_run_log",
                    "Read a pipeline run's log",
                    "Tells the last lines of each job of an Actions run, each with its number"
                            + " before it. With grep, the last lines that contain a text, such"
                            + " as error.",
                    ServerRepository.parameters(
                            ToolParameter.number("run", "Its id, as git_runs_list tells it", LAST),
                            ToolParameter.text("grep", "Only lines that contain this").optional(),
                            ToolParameter.number(
                                    "tail", "How many lines of each job; 100 if left out", MOST)));

    private final ServerRepository repository;
    private final GiteaServers servers;
    private final Masking masking;

    RunLog(ServerRepository repository, GiteaServers servers, Masking masking) {
        this.masking = masking;
        this.repository = repository;
        this.servers = servers;
    }

    @Override
    public ToolInfo info() {
        return INFO;
    }

    @Override
    public Found find(ToolArguments arguments, Asker asker) {
        var chosen = repository.open(arguments, asker);
        MaskScope scope = MaskScope.space(chosen.connection().space().value());
        int run = Numbers.required(arguments, "run");
        List<JobLog> logs =
                servers.logs(
                        chosen.connection(),
                        chosen.name(),
                        run,
                        LogQuery.of(
                                arguments.find("grep").orElse(""),
                                arguments.number("tail", USUAL),
                                text -> masking.mask(text, scope).text()));
        List<Found.Item> items = new ArrayList<>();
        logs.forEach(log -> items.add(new Found.Item(fields(log), "")));
        return new Found(
                chosen.title() + " run " + run,
                "",
                items,
                false,
                "Give grep, such as error, to see other lines than the last.");
    }

    private static Map<String, Object> fields(JobLog log) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("job", log.name());
        fields.put("status", log.status());
        fields.put("lines", log.count());
        fields.put(
                "log",
                log.lines().stream()
                        .map(line -> line.number() + "| " + Lines.cut(line.text()))
                        .collect(Collectors.joining("\n")));
        return fields;
    }
}
