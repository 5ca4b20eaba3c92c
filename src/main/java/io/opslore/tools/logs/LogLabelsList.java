package io.opslore.tools.logs;

import io.opslore.connections.logfiles.LogFolder;
import io.opslore.connections.loki.Loki;
import io.opslore.connections.loki.Lokis;
import io.opslore.tools.Found;
import io.opslore.tools.Paged;
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

/** What streams of a Loki are called by. */
@Component
class LogLabelsList extends LogTool {

    private static final ToolInfo INFO =
            new ToolInfo(
                    "logs_labels_list",
                    "List labels of logs",
                    "Lists the labels of a Loki's streams; with label, its values; with selector,"
                            + " the streams that it chooses. Use it before writing LogQL.",
                    parameters());

    LogLabelsList(LogSources sources) {
        super(sources);
    }

    @Override
    public ToolInfo info() {
        return INFO;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Lokis.KIND);
    }

    @Override
    Found inLoki(Loki loki, String source, ToolArguments arguments) {
        var range = span(arguments).range();
        if (arguments.find("selector").isPresent()) {
            return Paged.of(
                            loki.series(arguments.text("selector"), range),
                            labels -> Map.of("stream", labels),
                            arguments)
                    .found(source, "");
        }
        return arguments
                .find("label")
                .map(label ->
                        Paged.of(
                                        loki.values(label, range),
                                        value -> Map.of(label, value),
                                        arguments)
                                .found(source, ""))
                .orElseGet(() ->
                        Paged.of(loki.labels(range), label -> Map.of("label", label), arguments)
                                .found(source, "Give label to list its values."));
    }

    @Override
    Found inFiles(LogFolder folder, String source, ToolArguments arguments) {
        throw new ToolFailure(
                Code.UNSUPPORTED, "Files have no labels.", "List files with logs_sources_list.");
    }

    private static List<ToolParameter> parameters() {
        List<ToolParameter> parameters = new ArrayList<>();
        parameters.add(ToolParameter.text("label", "List the values of this label").optional());
        parameters.add(
                ToolParameter.text("selector", "List the streams of this, such as {app=\"api\"}")
                        .optional());
        parameters.addAll(Span.parameters());
        parameters.add(source());
        parameters.add(ToolParameter.cursor());
        return parameters;
    }
}
