package io.opslore.tools.git;

import io.opslore.connections.git.CommitId;
import io.opslore.connections.git.FileDiff;
import io.opslore.connections.git.GitRepository.DiffQuery;
import io.opslore.identity.Asker;
import io.opslore.tools.Found;
import io.opslore.tools.Paged;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolFailure;
import io.opslore.tools.ToolFailure.Code;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The lines that differ between any two commits. */
@Component
class DiffGet implements GitTool {

    static final int USUAL_CONTEXT = 3;
    static final int FILES = 20;
    static final int A_FILE = 8_000;

    private static final int MOST_CONTEXT = 50;

    private static final ToolInfo INFO =
            new ToolInfo(
                    "git_diff_get",
                    "Compare two commits",
                    "Tells the lines that differ between two branches, tags or commits, file by"
                            + " file, renames followed. What head changed since it left base is"
                            + " told with sinceFork, as in a pull request.",
                    OpenedRepositories.parameters(
                            ToolParameter.text("base", "Branch, tag or commit before"),
                            ToolParameter.text("head", "Branch, tag or commit after"),
                            ToolParameter.text("path", "Only this file or folder").optional(),
                            ToolParameter.number(
                                    "context", "Lines around; 3 if left out", MOST_CONTEXT),
                            ToolParameter.flag("sinceFork", "Compare with where head left base"),
                            ToolParameter.cursor()));

    private final OpenedRepositories repositories;

    DiffGet(OpenedRepositories repositories) {
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
                    CommitId base = base(opened, arguments);
                    CommitId head = opened.commit(arguments, "head");
                    List<FileDiff> diff =
                            opened.repository()
                                    .diff(
                                            new DiffQuery(
                                                    Optional.of(base),
                                                    head,
                                                    arguments.find("path").orElse(""),
                                                    arguments.number("context", USUAL_CONTEXT),
                                                    from,
                                                    FILES + 1,
                                                    A_FILE),
                                            opened.sight());
                    return new Found(
                            opened.name(),
                            base.value() + ".." + head.value(),
                            items(diff, from),
                            diff.size() > FILES,
                            diff.isEmpty()
                                    ? "Nothing differs."
                                    : "Give a path to see one file alone.");
                });
    }

    static List<Found.Item> items(List<FileDiff> diff, int from) {
        List<Found.Item> items = new ArrayList<>();
        for (int at = 0; at < Math.min(FILES, diff.size()); at++) {
            items.add(new Found.Item(Commits.patch(diff.get(at)), Integer.toString(from + at + 1)));
        }
        return items;
    }

    private static CommitId base(Opened opened, ToolArguments arguments) {
        CommitId base = opened.commit(arguments, "base");
        return arguments.flag("sinceFork")
                ? opened.repository()
                        .mergeBase(base, opened.commit(arguments, "head"))
                        .orElseThrow(() ->
                                new ToolFailure(
                                        Code.NOT_FOUND,
                                        "The two have no commit in common.",
                                        "Leave sinceFork out."))
                : base;
    }
}
