package io.opslore.tools.logs;

import io.opslore.connections.ConnectionInfo;
import io.opslore.connections.logfiles.LogFile;
import io.opslore.connections.logfiles.LogFolders;
import io.opslore.connections.loki.Lokis;
import io.opslore.identity.Asker;
import io.opslore.tools.ChosenSource;
import io.opslore.tools.Found;
import io.opslore.tools.Paged;
import io.opslore.tools.Tool;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where there are logs, and which files. */
@Component
class LogSourcesList implements Tool {

    private static final ToolInfo INFO =
            new ToolInfo(
                    "logs_sources_list",
                    "List sources of logs",
                    "Lists the sources of logs that you may read: Lokis and folders of log files."
                            + " Give the source of a folder to list its files.",
                    List.of(ChosenSource.parameter(), ToolParameter.cursor()));

    private final LogSources sources;

    LogSourcesList(LogSources sources) {
        this.sources = sources;
    }

    @Override
    public ToolInfo info() {
        return INFO;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Lokis.KIND, LogFolders.KIND);
    }

    @Override
    public Found find(ToolArguments arguments, Asker asker) {
        return arguments.find("source").isPresent()
                ? files(arguments, asker)
                : Paged.of(
                                sources.chosen().usable(asker, Lokis.KIND, LogFolders.KIND),
                                LogSourcesList::row,
                                arguments)
                        .found("connections", "Query one with logs_lines_query.");
    }

    private Found files(ToolArguments arguments, Asker asker) {
        var connection = sources.chosen().open(arguments, asker, LogFolders.KIND);
        return Paged.of(sources.folders().open(connection).files(), LogSourcesList::row, arguments)
                .found(connection.id().value(), "Read one with logs_file_tail.");
    }

    private static Map<String, ?> row(ConnectionInfo connection) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("source", connection.id().value());
        row.put("name", connection.name());
        row.put("kind", connection.kind());
        return row;
    }

    static Map<String, ?> row(LogFile file) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("file", file.name());
        row.put("bytes", file.bytes());
        row.put("modified", file.modified().toString());
        row.put("packed", file.packed());
        return row;
    }
}
