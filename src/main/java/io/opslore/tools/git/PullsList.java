package io.opslore.tools.git;

import io.opslore.connections.gitea.GiteaServers;
import io.opslore.connections.gitea.PullRequest;
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

/** Pull requests of a repository on a server. */
@Component
class PullsList implements GiteaTool {

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

    private final ServerRepository repository;
    private final GiteaServers servers;

    PullsList(ServerRepository repository, GiteaServers servers) {
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
        List<PullRequest> pulls =
                servers.pulls(
                        chosen.connection(),
                        chosen.name(),
                        arguments.find("state").orElse("open"),
                        cursor.page());
        List<Found.Item> items = new ArrayList<>();
        for (int at = cursor.row(); at < pulls.size(); at++) {
            items.add(new Found.Item(fields(pulls.get(at)), cursor.after(at)));
        }
        return new Found(
                chosen.title(),
                "",
                items,
                pulls.size() == GiteaServers.PAGE,
                pulls.isEmpty() ? "None; try state all." : "");
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
