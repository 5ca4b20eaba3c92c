package io.opslore.tools.logs;

import io.opslore.connections.logfiles.FileLines;
import io.opslore.connections.logfiles.LineWish;
import io.opslore.connections.logfiles.LogFolder;
import io.opslore.connections.logfiles.LogFolders;
import io.opslore.connections.loki.Loki;
import io.opslore.tools.Found;
import io.opslore.tools.NewestRows;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolFailure;
import io.opslore.tools.ToolFailure.Code;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The end of a log file. */
@Component
class LogFileTail extends LogTool {

    private static final int USUAL = 100;
    private static final int MOST = 200;

    private static final ToolInfo INFO =
            new ToolInfo(
                    "logs_file_tail",
                    "Tail a log file",
                    "Reads the last lines of a log file, the newest at the end; packed files too."
                            + " List files with logs_sources_list.",
                    List.of(
                            ToolParameter.text("file", "Name of the file, as it is listed"),
                            ToolParameter.text("grep", "Only lines with this text, in any case")
                                    .optional(),
                            ToolParameter.number(
                                    "tail", "How many lines at most; 100 if left out", MOST),
                            source()));

    LogFileTail(LogSources sources) {
        super(sources);
    }

    @Override
    public ToolInfo info() {
        return INFO;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(LogFolders.KIND);
    }

    @Override
    Found inFiles(LogFolder folder, String source, ToolArguments arguments) {
        FileLines lines =
                folder.tail(
                        arguments.text("file"),
                        new LineWish(
                                arguments.find("grep").orElse(""),
                                null,
                                null,
                                arguments.number("tail", USUAL)));
        List<Map<String, ?>> rows = new ArrayList<>();
        lines.lines().forEach(line -> rows.add(LogLinesQuery.row(line)));
        return NewestRows.of(source, rows, lines.more(), "");
    }

    @Override
    Found inLoki(Loki loki, String source, ToolArguments arguments) {
        throw new ToolFailure(
                Code.UNSUPPORTED, "Loki has no files.", "Query it with logs_lines_query.");
    }
}
