package io.opslore.tools.git;

import io.opslore.connections.git.BlamedLine;
import io.opslore.connections.git.CommitId;
import io.opslore.identity.Asker;
import io.opslore.tools.Found;
import io.opslore.tools.Paged;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who wrote which lines of a file, and why. */
@Component
class BlameGet implements GitTool {

    private static final int LAST_LINE = 9_999_999;
    private static final int MOST_LINES = 400;

    private static final ToolInfo INFO =
            new ToolInfo(
                    "git_blame_get",
                    "Who wrote these lines",
                    "Tells for lines of a file which commit wrote them: author, time, first line"
                            + " of its message, and where the file was then. Neighbours of one"
                            + " commit are one row.",
                    OpenedRepositories.parameters(
                            ToolParameter.text("path", "File from the root"),
                            ToolParameter.text("ref", "Branch, tag or commit; the default branch")
                                    .optional(),
                            ToolParameter.number("firstLine", "From this line", LAST_LINE),
                            ToolParameter.number("lastLine", "To this line", LAST_LINE),
                            ToolParameter.cursor()));

    private final OpenedRepositories repositories;

    BlameGet(OpenedRepositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public ToolInfo info() {
        return INFO;
    }

    @Override
    public Found find(ToolArguments arguments, Asker asker) {
        int first = Math.max(arguments.number("firstLine", 1), Paged.position(arguments) + 1);
        int last = Math.min(arguments.number("lastLine", LAST_LINE), first + MOST_LINES);
        return repositories.read(
                arguments,
                asker,
                opened -> {
                    CommitId commit = opened.commit(arguments, "ref");
                    List<BlamedLine> lines =
                            opened.repository()
                                    .blame(
                                            commit,
                                            arguments.text("path"),
                                            first,
                                            last,
                                            opened.sight());
                    boolean more = lines.size() > MOST_LINES;
                    return new Found(
                            opened.name() + " " + arguments.text("path"),
                            commit.value(),
                            rows(more ? lines.subList(0, MOST_LINES) : lines),
                            more,
                            "Look at a commit with git_commit_get.");
                });
    }

    private static List<Found.Item> rows(List<BlamedLine> lines) {
        List<Found.Item> rows = new ArrayList<>();
        int from = 0;
        for (int at = 1; at <= lines.size(); at++) {
            if (at == lines.size() || !lines.get(at).commit().equals(lines.get(from).commit())) {
                rows.add(row(lines.subList(from, at)));
                from = at;
            }
        }
        return rows;
    }

    private static Found.Item row(List<BlamedLine> lines) {
        BlamedLine first = lines.getFirst();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("firstLine", first.number());
        fields.put("lastLine", lines.getLast().number());
        fields.put("commit", first.commit().value());
        fields.put("author", first.author());
        fields.put("time", first.time().toString());
        fields.put("subject", Lines.cut(first.subject()));
        fields.put("path", first.path());
        fields.put(
                "text",
                Lines.numbered(lines.stream().map(BlamedLine::text).toList(), first.number()));
        return new Found.Item(fields, Integer.toString(lines.getLast().number()));
    }
}
