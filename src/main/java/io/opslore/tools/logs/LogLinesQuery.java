package io.opslore.tools.logs;

import io.opslore.connections.logfiles.FileLine;
import io.opslore.connections.logfiles.FileLines;
import io.opslore.connections.logfiles.LineWish;
import io.opslore.connections.logfiles.LogFolder;
import io.opslore.connections.loki.Loki;
import io.opslore.connections.loki.LokiLine;
import io.opslore.connections.loki.TimeRange;
import io.opslore.tools.Found;
import io.opslore.tools.Found.Item;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Lines of logs, the newest first unless it is asked otherwise. */
@Component
class LogLinesQuery extends LogTool {

    private static final int USUAL = 100;
    private static final int MOST = 200;

    private static final ToolInfo INFO =
            new ToolInfo(
                    "logs_lines_query",
                    "Query logs",
                    "Reads lines of logs of the last hour, or another time, newest first. For Loki"
                            + " give LogQL in query, such as {app=\"api\"} |= \"error\"; for files,"
                            + " or besides, a text in filter. Secrets are masked.",
                    parameters());

    LogLinesQuery(LogSources sources) {
        super(sources);
    }

    @Override
    public ToolInfo info() {
        return INFO;
    }

    @Override
    Found inLoki(Loki loki, String source, ToolArguments arguments) {
        boolean isForward = arguments.find("direction").filter("forward"::equals).isPresent();
        LineCursor cursor = LineCursor.of(arguments);
        TimeRange range = cursor.rest(span(arguments), isForward);
        int limit = arguments.number("limit", USUAL);
        LokiPage found =
                LokiPage.of(
                        asked -> loki.lines(LogQl.of(arguments), range, asked, !isForward),
                        cursor.told(),
                        limit,
                        isForward);
        List<LokiLine> lines = found.lines();
        List<LokiLine> rest = lines.subList(Math.min(cursor.told(), lines.size()), lines.size());
        List<LokiLine> page = rest.subList(0, Math.min(limit, rest.size()));
        List<Item> items = new ArrayList<>();
        LineCursor at = cursor;
        for (LokiLine line : page) {
            at = at.behind(line.nanos());
            items.add(new Item(row(line), at.text()));
        }
        boolean isMore = rest.size() > limit || found.more();
        return new Found(source, "", items, isMore, page.isEmpty() ? NONE : "");
    }

    @Override
    Found inFiles(LogFolder folder, String source, ToolArguments arguments) {
        Span span = span(arguments);
        int told = LineCursor.of(arguments).told();
        int limit = arguments.number("limit", USUAL);
        FileLines found =
                folder.search(
                        new LineWish(
                                LogQl.filter(arguments), span.start(), span.end(), told + limit));
        List<FileLine> newest = found.lines().reversed();
        List<Item> items =
                IntStream.range(Math.min(told, newest.size()), newest.size())
                        .mapToObj(at ->
                                new Item(row(newest.get(at)), LineCursor.after(at + 1).text()))
                        .toList();
        return new Found(source, "", items, found.more(), items.isEmpty() ? NONE : "");
    }

    private static final String NONE = "No line fits; try a longer time or another text.";

    private static Map<String, ?> row(LokiLine line) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("at", Times.text(line.nanos()));
        row.put("labels", line.labels());
        row.put("text", line.text());
        return row;
    }

    static Map<String, ?> row(FileLine line) {
        Map<String, Object> row = new LinkedHashMap<>();
        if (line.at() != null) {
            row.put("at", line.at().toString());
        }
        row.put("file", line.file());
        row.put("text", line.text());
        return row;
    }

    private static List<ToolParameter> parameters() {
        List<ToolParameter> parameters = new ArrayList<>(LogQl.parameters());
        parameters.addAll(Span.parameters());
        parameters.add(ToolParameter.number("limit", "How many lines; 100 if left out", MOST));
        parameters.add(
                ToolParameter.choice(
                        "direction",
                        "backward for the newest first, as if left out; forward only in Loki",
                        List.of("backward", "forward")));
        parameters.add(source());
        parameters.add(ToolParameter.cursor());
        return parameters;
    }
}
