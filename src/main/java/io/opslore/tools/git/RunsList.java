package io.opslore.tools.git;

import io.opslore.connections.gitea.ActionsRun;
import io.opslore.connections.gitea.GiteaServers;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Runs of a repository's workflows. */
@Component
class RunsList extends ServerList<ActionsRun> {

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

    private final GiteaServers servers;

    RunsList(ServerRepository repository, GiteaServers servers) {
        super(INFO, "None among the newest; leave status and branch out.", repository);
        this.servers = servers;
    }

    @Override
    List<ActionsRun> page(ServerRepository.Chosen chosen, ToolArguments arguments, int page) {
        return servers.runs(chosen.connection(), chosen.name(), page);
    }

    @Override
    boolean isWanted(ActionsRun run, ToolArguments arguments) {
        return arguments.find("status").orElse(run.status()).equalsIgnoreCase(run.status())
                && arguments.find("branch").orElse(run.branch()).equals(run.branch());
    }

    @Override
    Map<String, Object> row(ActionsRun run) {
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
