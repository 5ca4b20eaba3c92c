package io.opslore.tools.git;

import io.opslore.connections.gitea.GiteaServers;
import io.opslore.connections.gitea.Issue;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Issues of a repository on a server. */
@Component
class IssuesList extends ServerList<Issue> {

    private static final int TEXT = 1_500;

    private static final ToolInfo INFO =
            new ToolInfo(
                    "git_issues_list",
                    "List issues",
                    "Lists or searches a repository's issues on Gitea or Forgejo with their"
                            + " texts, newest first.",
                    ServerRepository.parameters(
                            ToolParameter.choice("state", "open if left out", PullsList.STATES),
                            ToolParameter.text("query", "Only those with these words").optional(),
                            ToolParameter.cursor()));

    private final GiteaServers servers;

    IssuesList(ServerRepository repository, GiteaServers servers) {
        super(INFO, "None; try state all or other words.", repository);
        this.servers = servers;
    }

    @Override
    List<Issue> page(ServerRepository.Chosen chosen, ToolArguments arguments, int page) {
        return servers.issues(
                chosen.connection(),
                chosen.name(),
                arguments.find("state").orElse("open"),
                arguments.find("query").orElse(""),
                page);
    }

    @Override
    Map<String, Object> row(Issue issue) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("number", issue.number());
        fields.put("title", issue.title());
        fields.put("state", issue.state());
        fields.put("author", issue.author());
        fields.put("labels", issue.labels());
        fields.put("comments", issue.comments());
        fields.put("updated", issue.updated());
        fields.put("text", Commits.cut(issue.text(), TEXT));
        return fields;
    }
}
