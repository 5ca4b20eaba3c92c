package io.opslore.tools.git;

import io.opslore.connections.git.CommitId;
import io.opslore.connections.git.FileDiff;
import io.opslore.connections.git.GitRepository;
import io.opslore.connections.git.GitRepository.DiffQuery;
import io.opslore.identity.Asker;
import io.opslore.tools.Found;
import io.opslore.tools.Paged;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A commit, and its patch where it is asked for. */
@Component
class CommitGet implements GitTool {

    private static final ToolInfo INFO =
            new ToolInfo(
                    "git_commit_get",
                    "Look at a commit",
                    "Tells author, time, whole message and changed files of a commit; with"
                            + " withPatch also the changed lines of each file, against its first"
                            + " parent.",
                    OpenedRepositories.parameters(
                            ToolParameter.text("commit", "Id of the commit, or a branch or tag"),
                            ToolParameter.flag("withPatch", "Whether to tell changed lines"),
                            ToolParameter.cursor()));

    private final OpenedRepositories repositories;

    CommitGet(OpenedRepositories repositories) {
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
                    CommitId commit = opened.commit(arguments, "commit");
                    GitRepository repository = opened.repository();
                    List<Found.Item> items = new ArrayList<>();
                    if (from == 0) {
                        items.add(
                                new Found.Item(
                                        Commits.whole(
                                                repository.commit(commit),
                                                repository.changes(commit)),
                                        "0"));
                    }
                    boolean more = false;
                    if (arguments.flag("withPatch")) {
                        List<FileDiff> diff =
                                repository.diff(
                                        new DiffQuery(
                                                Optional.empty(),
                                                commit,
                                                "",
                                                DiffGet.USUAL_CONTEXT,
                                                from,
                                                DiffGet.FILES + 1,
                                                DiffGet.A_FILE),
                                        opened.sight());
                        items.addAll(DiffGet.items(diff, from));
                        more = diff.size() > DiffGet.FILES;
                    }
                    return new Found(opened.name(), commit.value(), items, more, "");
                });
    }
}
