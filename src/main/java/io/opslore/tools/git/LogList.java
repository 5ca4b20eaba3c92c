package io.opslore.tools.git;

import io.opslore.connections.git.CommitId;
import io.opslore.connections.git.GitCommit;
import io.opslore.connections.git.LogQuery;
import io.opslore.identity.Asker;
import io.opslore.tools.Found;
import io.opslore.tools.Paged;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Commits, newest first. */
@Component
class LogList implements GitTool {

    private static final int PAGE = 50;

    private static final ToolInfo INFO =
            new ToolInfo(
                    "git_log_list",
                    "List commits",
                    "Lists commits before a branch, tag or commit, newest first: author, time and"
                            + " first line of the message. With a path, only those that changed"
                            + " it; a file is followed through renames. See one with"
                            + " git_commit_get.",
                    OpenedRepositories.parameters(
                            ToolParameter.text("ref", "Branch, tag or commit; the default branch")
                                    .optional(),
                            ToolParameter.text("path", "File or folder from the root").optional(),
                            ToolParameter.text("since", "From this day or time, such as 2026-03-01")
                                    .optional(),
                            ToolParameter.text("until", "Up to this day or time").optional(),
                            ToolParameter.cursor()));

    private final OpenedRepositories repositories;

    LogList(OpenedRepositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public ToolInfo info() {
        return INFO;
    }

    @Override
    public Found find(ToolArguments arguments, Asker asker) {
        int from = Paged.position(arguments);
        return repositories.read(
                arguments,
                asker,
                opened -> {
                    CommitId commit = opened.commit(arguments, "ref");
                    List<GitCommit> found =
                            opened.repository()
                                    .log(
                                            new LogQuery(
                                                    commit,
                                                    arguments.find("path").orElse(""),
                                                    Times.since(arguments).orElse(null),
                                                    Times.until(arguments).orElse(null),
                                                    from,
                                                    PAGE + 1));
                    List<Found.Item> items = new ArrayList<>();
                    for (int at = 0; at < Math.min(PAGE, found.size()); at++) {
                        items.add(
                                new Found.Item(
                                        Commits.brief(found.get(at)),
                                        Integer.toString(from + at + 1)));
                    }
                    return new Found(
                            opened.name(),
                            commit.value(),
                            items,
                            found.size() > PAGE,
                            items.isEmpty() ? "None; leave path or times out." : "");
                });
    }
}
