package io.opslore.tools.logs;

import io.opslore.connections.Connection;
import io.opslore.connections.logfiles.LogFolder;
import io.opslore.connections.logfiles.LogFolders;
import io.opslore.connections.loki.Loki;
import io.opslore.connections.loki.Lokis;
import io.opslore.identity.Asker;
import io.opslore.tools.ChosenSource;
import io.opslore.tools.Found;
import io.opslore.tools.Tool;
import io.opslore.tools.ToolArguments;
import java.util.Set;

/** A tool that looks into the logs that its call names, whatever keeps them. */
abstract class LogTool implements Tool {

    private final LogSources sources;

    LogTool(LogSources sources) {
        this.sources = sources;
    }

    @Override
    public final Found find(ToolArguments arguments, Asker asker) {
        Connection connection =
                sources.chosen().open(arguments, asker, kinds().toArray(String[]::new));
        String source = connection.id().value();
        return connection.kind().equals(Lokis.KIND)
                ? inLoki(sources.lokis().open(connection), source, arguments)
                : inFiles(sources.folders().open(connection), source, arguments);
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Lokis.KIND, LogFolders.KIND);
    }

    abstract Found inLoki(Loki loki, String source, ToolArguments arguments);

    abstract Found inFiles(LogFolder folder, String source, ToolArguments arguments);

    final Span span(ToolArguments arguments) {
        return Span.of(arguments, sources.clock().instant());
    }

    /** Its parameter for the connection. */
    static io.opslore.tools.ToolParameter source() {
        return ChosenSource.parameter();
    }
}
