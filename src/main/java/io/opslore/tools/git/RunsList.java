package io.opslore.tools.git;

import io.opslore.connections.gitea.ActionsRun;
import io.opslore.connections.gitea.GiteaServers;
import io.opslore.identity.Asker;
import io.opslore.tools.Found;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Runs of a repository's workflows. */
@Component
class RunsList implements GiteaTool {

    private static final ToolInfo INFO =
            new ToolInfo(
                    "git_runs_list",
                    "List pipeline runs",
                    "Lists runs of a repository's Actions workflows on Gitea or Forgejo, newest"
                            + " first, with how each ended. Read a log with git_run_log and the"
                            + " run's id.",
                    ServerRepository.parameters(
                            ToolParameter.text("status", "Only these, such as failure").optional(),
                            ToolParameter.text("branch", "Only of this branch").optional(),
                            ToolParameter.cursor()));

    private final ServerRepository repository;
    private final GiteaServers servers;

    RunsList(ServerRepository repository, GiteaServers servers) {
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
        Cursor cursor = Cursor.of(arguments);
        List<ActionsRun> runs = servers.runs(chosen.connection(), chosen.name(), cursor.page());
        List<Found.Item> items = new ArrayList<>();
        for (int at = cursor.row(); at < runs.size(); at++) {
            ActionsRun run = runs.get(at);
            if (arguments.find("status").orElse(run.status()).equalsIgnoreCase(run.status())
                    && arguments.find("branch").orElse(run.branch()).equals(run.branch())) {
                items.add(new Found.Item(fields(run), cursor.after(at)));
            }
        }
        return new Found(
                chosen.title(),
                "",
                items,
                runs.size() == GiteaServers.PAGE,
                items.isEmpty() ? "None among the newest; leave status and branch out." : "");
    }

    private static Map<String, Object> fields(ActionsRun run) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (run.id() > 0) {
            fields.put("run", run.id());
        }
        fields.put("number", run.number());
        fields.put("title", run.title());
        fields.put("workflow", run.workflow());
        fields.put("status", run.status());
        fields.put("event", run.event());
        fields.put("branch", run.branch());
        fields.put("commit", run.commit());
        fields.put("started", run.started());
        return fields;
    }
}
