package io.opslore.tools.git;

import io.opslore.connections.gitea.GiteaServers;
import io.opslore.connections.gitea.Issue;
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

/** Issues of a repository on a server. */
@Component
class IssuesList implements GiteaTool {

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

    private final ServerRepository repository;
    private final GiteaServers servers;

    IssuesList(ServerRepository repository, GiteaServers servers) {
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
        List<Issue> issues =
                servers.issues(
                        chosen.connection(),
                        chosen.name(),
                        arguments.find("state").orElse("open"),
                        arguments.find("query").orElse(""),
                        cursor.page());
        List<Found.Item> items = new ArrayList<>();
        for (int at = cursor.row(); at < issues.size(); at++) {
            items.add(new Found.Item(fields(issues.get(at)), cursor.after(at)));
        }
        return new Found(
                chosen.title(),
                "",
                items,
                issues.size() == GiteaServers.PAGE,
                issues.isEmpty() ? "None; try state all or other words." : "");
    }

    private static Map<String, Object> fields(Issue issue) {
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
