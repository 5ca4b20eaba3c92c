package io.opslore.tools.git;

import io.opslore.connections.gitea.GiteaServers;
import io.opslore.connections.gitea.PullRequest;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Pull requests of a repository on a server. */
@Component
class PullsList extends ServerList<PullRequest> {

    static final List<String> STATES = List.of("open", "closed", "all");

    private static final ToolInfo INFO =
            new ToolInfo(
                    "git_pulls_list",
                    "List pull requests",
                    "Lists a repository's pull requests on Gitea or Forgejo, those changed last"
                            + " first. See one with git_pull_get.",
                    ServerRepository.parameters(
                            ToolParameter.choice("state", "open if left out", STATES),
                            ToolParameter.cursor()));

    private final GiteaServers servers;

    PullsList(ServerRepository repository, GiteaServers servers) {
        super(INFO, "None; try state all.", repository);
        this.servers = servers;
    }

    @Override
    List<PullRequest> page(ServerRepository.Chosen chosen, ToolArguments arguments, int page) {
        return servers.pulls(
                chosen.connection(), chosen.name(), arguments.find("state").orElse("open"), page);
    }

    @Override
    Map<String, Object> row(PullRequest pull) {
        return fields(pull);
    }

    static Map<String, Object> fields(PullRequest pull) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("number", pull.number());
        fields.put("title", pull.title());
        fields.put("author", pull.author());
        fields.put("state", pull.draft() ? pull.state() + ", draft" : pull.state());
        fields.put("base", pull.base());
        fields.put("head", pull.head());
        fields.put("headCommit", pull.headCommit());
        fields.put("updated", pull.updated());
        return fields;
    }
}
