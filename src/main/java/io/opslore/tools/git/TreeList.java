package io.opslore.tools.git;

import io.opslore.connections.git.CommitId;
import io.opslore.connections.git.TreeEntry;
import io.opslore.identity.Asker;
import io.opslore.tools.Found;
import io.opslore.tools.Paged;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is below a folder at a commit. */
@Component
class TreeList implements GitTool {

    private static final int MOST = 10_000;
    private static final int DEEPEST = 20;

    private static final ToolInfo INFO =
            new ToolInfo(
                    "git_tree_list",
                    "List files of a repository",
                    "Lists files and folders below a path at a branch, tag or commit. Use it to"
                            + " find out what a repository holds before you read a file.",
                    OpenedRepositories.parameters(
                            ToolParameter.text("ref", "Branch, tag or commit; the default branch")
                                    .optional(),
                            ToolParameter.text("path", "Folder from the root, such as deploy")
                                    .optional(),
                            ToolParameter.number(
                                    "depth", "How many levels; 1 if left out", DEEPEST),
                            ToolParameter.cursor()));

    private final OpenedRepositories repositories;

    TreeList(OpenedRepositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public ToolInfo info() {
        return INFO;
    }

    @Override
    public Found find(ToolArguments arguments, Asker asker) {
        return repositories.read(
                arguments,
                asker,
                opened -> {
                    CommitId commit = opened.commit(arguments, "ref");
                    List<TreeEntry> entries =
                            opened.repository()
                                    .tree(
                                            commit,
                                            arguments.find("path").orElse(""),
                                            arguments.number("depth", 1),
                                            MOST);
                    return new Found(
                            opened.name(),
                            commit.value(),
                            Paged.of(entries, TreeList::fields, arguments).items(),
                            entries.size() == MOST,
                            "Read a file with git_file_read; give a path or a smaller depth to see less.");
                });
    }

    private static Map<String, ?> fields(TreeEntry entry) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("path", entry.path());
        fields.put("kind", entry.kind().name().toLowerCase(Locale.ROOT));
        if (entry.kind() == TreeEntry.Kind.FILE) {
            fields.put("bytes", entry.bytes());
        }
        return fields;
    }
}
