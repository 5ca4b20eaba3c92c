package io.opslore.tools.logs;

import io.opslore.connections.logfiles.LogFolder;
import io.opslore.connections.loki.Loki;
import io.opslore.connections.loki.LokiStats;
import io.opslore.connections.loki.LokiVolume;
import io.opslore.tools.Found;
import io.opslore.tools.Found.Item;
import io.opslore.tools.Paged;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolFailure;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How much was logged, without reading a line. */
@Component
class LogStatsGet extends LogTool {

    private static final int VOLUMES = 50;

    private static final ToolInfo INFO =
            new ToolInfo(
                    "logs_stats_get",
                    "Measure logs",
                    "Tells how much a selector of Loki's covers in some time: streams, entries,"
                            + " bytes, and which streams write most; of files, their sizes. Reads"
                            + " no line. Use it before a wide query.",
                    parameters());

    LogStatsGet(LogSources sources) {
        super(sources);
    }

    @Override
    public ToolInfo info() {
        return INFO;
    }

    @Override
    Found inLoki(Loki loki, String source, ToolArguments arguments) {
        String selector =
                arguments
                        .find("selector")
                        .orElseThrow(() ->
                                ToolFailure.invalid(
                                        "selector is missing, which Loki needs.",
                                        "Give a selector such as {app=\"api\"}."));
        var range = span(arguments).range();
        LokiStats stats = loki.stats(selector, range);
        List<Item> rows = new ArrayList<>();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("is", "all");
        all.put("streams", stats.streams());
        all.put("entries", stats.entries());
        all.put("bytes", stats.bytes());
        all.put("chunks", stats.chunks());
        all.put("entriesPerMinute", stats.entries() / Math.max(1, range.length().toMinutes()));
        rows.add(new Item(all, ""));
        for (LokiVolume volume : loki.volume(selector, range, VOLUMES)) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("is", "stream");
            row.put("labels", volume.labels());
            row.put("bytes", volume.bytes());
            rows.add(new Item(row, ""));
        }
        return new Found(source, "", rows, false, "");
    }

    @Override
    Found inFiles(LogFolder folder, String source, ToolArguments arguments) {
        return Paged.of(folder.files(), LogSourcesList::row, arguments).found(source, "");
    }

    private static List<ToolParameter> parameters() {
        List<ToolParameter> parameters = new ArrayList<>();
        parameters.add(
                ToolParameter.text("selector", "Streams of Loki, such as {app=\"api\"}")
                        .optional());
        parameters.addAll(Span.parameters());
        parameters.add(source());
        parameters.add(ToolParameter.cursor());
        return parameters;
    }
}
