package io.opslore.tools.git;

import io.opslore.connections.git.CodeHit;
import io.opslore.connections.git.CodeHits;
import io.opslore.connections.git.CommitId;
import io.opslore.connections.git.GitRepository.CodeQuery;
import io.opslore.identity.Asker;
import io.opslore.tools.Found;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lines of text files that fit a pattern. */
@Component
class FilesSearch implements GitTool {

    private static final int MOST = 100;
    private static final int USUAL = 50;
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private static final ToolInfo INFO =
            new ToolInfo(
                    "git_code_search",
                    "Search in a repository's files",
                    "Finds lines that fit a regular expression (RE2) in all text files at a"
                            + " branch, tag or commit. Give a glob such as **/*.yaml to look at"
                            + " fewer. Masked secrets cannot be searched for.",
                    OpenedRepositories.parameters(
                            ToolParameter.text(
                                    "pattern", "Regular expression, such as image:.*api"),
                            ToolParameter.text("ref", "Branch, tag or commit; the default branch")
                                    .optional(),
                            ToolParameter.text("glob", "Only paths like this, such as **/*.yaml")
                                    .optional(),
                            ToolParameter.flag("ignoreCase", "Whether case does not matter"),
                            ToolParameter.number("limit", "How many lines; 50 if left out", MOST)));

    private final OpenedRepositories repositories;

    FilesSearch(OpenedRepositories repositories) {
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
                    CodeHits found =
                            opened.repository()
                                    .search(
                                            commit,
                                            new CodeQuery(
                                                    arguments.text("pattern"),
                                                    arguments.flag("ignoreCase"),
                                                    arguments.find("glob").orElse(""),
                                                    arguments.number("limit", USUAL),
                                                    LONGEST),
                                            opened.sight());
                    return new Found(
                            opened.name(),
                            commit.value(),
                            found.hits().stream().map(FilesSearch::item).toList(),
                            !found.complete(),
                            found.complete()
                                    ? "%d files were looked through.".formatted(found.files())
                                    : "There may be more: narrow the pattern or the glob.");
                });
    }

    private static Found.Item item(CodeHit hit) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("path", hit.path());
        fields.put("line", hit.line());
        fields.put("text", Lines.cut(hit.text().strip()));
        return new Found.Item(fields, "");
    }
}
