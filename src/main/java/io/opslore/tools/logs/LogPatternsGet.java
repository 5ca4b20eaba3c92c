package io.opslore.tools.logs;

import io.opslore.connections.Drain;
import io.opslore.connections.logfiles.FileLines;
import io.opslore.connections.logfiles.LineWish;
import io.opslore.connections.logfiles.LogFolder;
import io.opslore.connections.loki.Loki;
import io.opslore.connections.loki.LokiLine;
import io.opslore.connections.loki.LokiPattern;
import io.opslore.connections.loki.TimeRange;
import io.opslore.tools.Found;
import io.opslore.tools.Found.Item;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is logged again and again. */
@Component
class LogPatternsGet extends LogTool {

    private static final int MOST_LINES = 2_000;
    private static final int MOST_PATTERNS = 50;

    private static final ToolInfo INFO =
            new ToolInfo(
                    "logs_patterns_get",
                    "Find patterns in logs",
                    "Groups lines of logs that are alike and tells how often each occurs, when"
                            + " first and last, and how many a minute. Use it to summarise logs or"
                            + " to see what is new, before reading lines.",
                    parameters());

    LogPatternsGet(LogSources sources) {
        super(sources);
    }

    @Override
    public ToolInfo info() {
        return INFO;
    }

    @Override
    Found inLoki(Loki loki, String source, ToolArguments arguments) {
        TimeRange range = span(arguments).range();
        String query = LogQl.of(arguments);
        if (query.strip().endsWith("}")) {
            List<LokiPattern> known = loki.patterns(query, range);
            if (!known.isEmpty()) {
                return found(source, known.stream().map(LogPatternsGet::group).toList(), BY_LOKI);
            }
        }
        Drain drain = new Drain();
        List<LokiLine> lines = loki.lines(query, range, MOST_LINES, true);
        lines.forEach(line -> drain.add(line.text(), Times.instant(line.nanos())));
        return found(source, drain.groups(), hint(lines.size(), lines.size() == MOST_LINES));
    }

    @Override
    Found inFiles(LogFolder folder, String source, ToolArguments arguments) {
        Span span = span(arguments);
        FileLines lines =
                folder.search(
                        new LineWish(
                                LogQl.filter(arguments), span.start(), span.end(), MOST_LINES));
        Drain drain = new Drain();
        lines.lines().forEach(line -> drain.add(line.text(), line.at()));
        return found(source, drain.groups(), hint(lines.lines().size(), lines.more()));
    }

    private static final String BY_LOKI = "Grouped by Loki over all lines of that time.";

    private static String hint(int lines, boolean more) {
        return more
                ? "Grouped from the newest %d lines only; narrow the time or the text for the rest."
                        .formatted(lines)
                : "Grouped from all %d lines of that time.".formatted(lines);
    }

    private static Found found(String source, List<Drain.Group> groups, String hint) {
        List<Item> rows =
                groups.stream()
                        .sorted(Comparator.comparingLong(Drain.Group::count).reversed())
                        .limit(MOST_PATTERNS)
                        .map(group -> new Item(row(group), ""))
                        .toList();
        return new Found(source, "", rows, groups.size() > MOST_PATTERNS, hint);
    }

    private static Map<String, ?> row(Drain.Group group) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("pattern", group.pattern());
        row.put("count", group.count());
        put(row, "firstSeen", group.first());
        put(row, "lastSeen", group.last());
        row.put("perMinute", group.perMinute());
        return row;
    }

    private static void put(Map<String, Object> row, String key, @Nullable Instant at) {
        if (at != null) {
            row.put(key, at.toString());
        }
    }

    private static Drain.Group group(LokiPattern pattern) {
        return new Drain.Group(
                pattern.pattern(),
                pattern.count(),
                Instant.ofEpochSecond(pattern.first()),
                Instant.ofEpochSecond(pattern.last()),
                "");
    }

    private static List<ToolParameter> parameters() {
        List<ToolParameter> parameters = new ArrayList<>(LogQl.parameters());
        parameters.addAll(Span.parameters());
        parameters.add(source());
        return parameters;
    }
}
