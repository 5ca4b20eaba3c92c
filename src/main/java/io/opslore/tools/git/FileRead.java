package io.opslore.tools.git;

import io.opslore.connections.git.CommitId;
import io.opslore.connections.git.GitFile;
import io.opslore.identity.Asker;
import io.opslore.tools.Found;
import io.opslore.tools.Paged;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolFailure;
import io.opslore.tools.ToolFailure.Code;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A text file at a commit, by lines. */
@Component
class FileRead implements GitTool {

    private static final int LARGEST = 1024 * 1024;
    private static final int LAST_LINE = 9_999_999;
    private static final int LINES_A_ROW = 40;

    private static final ToolInfo INFO =
            new ToolInfo(
                    "git_file_read",
                    "Read a file of a repository",
                    "Reads a text file at a branch, tag or commit, all of it or some lines. Each"
                            + " line has its number before it, as in '12| text'. Cite path, lines"
                            + " and the commit that version tells.",
                    OpenedRepositories.parameters(
                            ToolParameter.text("path", "File from the root, such as README.md"),
                            ToolParameter.text("ref", "Branch, tag or commit; the default branch")
                                    .optional(),
                            ToolParameter.number("firstLine", "From this line", LAST_LINE),
                            ToolParameter.number("lastLine", "To this line", LAST_LINE),
                            ToolParameter.cursor()));

    private final OpenedRepositories repositories;

    FileRead(OpenedRepositories repositories) {
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
                    GitFile file =
                            opened.repository().file(commit, arguments.text("path"), LARGEST);
                    requireText(file);
                    List<String> lines = opened.sight().of(file).lines().toList();
                    int first =
                            Math.max(
                                    arguments.number("firstLine", 1),
                                    Paged.position(arguments) + 1);
                    int last = Math.min(arguments.number("lastLine", LAST_LINE), lines.size());
                    return new Found(
                            opened.name() + " " + file.path(),
                            commit.value(),
                            rows(lines, first, last),
                            false,
                            "The file has %d lines; secrets in it are masked."
                                    .formatted(lines.size()));
                });
    }

    static void requireText(GitFile file) {
        if (file.isPointer()) {
            throw new ToolFailure(
                    Code.UNSUPPORTED,
                    "The file is kept by Git LFS and is not in the repository.",
                    "Look at its log or its name instead.");
        }
        if (file.isBinary()) {
            throw new ToolFailure(
                    Code.UNSUPPORTED,
                    "The file is no text.",
                    "Look at its log or its name instead.");
        }
    }

    private static List<Found.Item> rows(List<String> lines, int first, int last) {
        List<Found.Item> rows = new ArrayList<>();
        for (int from = first; from <= last; from += LINES_A_ROW) {
            int to = Math.min(from + LINES_A_ROW - 1, last);
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("firstLine", from);
            fields.put("lastLine", to);
            fields.put("text", Lines.numbered(lines.subList(from - 1, to), from));
            rows.add(new Found.Item(fields, Integer.toString(to)));
        }
        return rows;
    }
}
