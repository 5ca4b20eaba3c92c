package io.opslore.sources.live;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionField;
import io.opslore.connections.logfiles.LogFolders;
import io.opslore.connections.loki.Lokis;
import io.opslore.connections.loki.TimeRange;
import io.opslore.sources.Snapshot;
import io.opslore.sources.Source;
import io.opslore.sources.SourceKind;
import io.opslore.sources.live.LogQueries.Query;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Patterns of chosen logs, and when errors rose in them; never all lines. Thread-safe. */
@Component
class LogWatching implements SourceKind {

    private static final String QUERIES = "queries";
    private static final String DAYS = "days";
    private static final int USUAL_DAYS = 7;
    private static final int MOST_DAYS = 90;

    /** Lines may come late. */
    private static final Duration LAG = Duration.ofMinutes(2);

    /** How far back is looked at first, or after a long time without a look. */
    private static final Duration BACK = Duration.ofHours(24);

    private final Lokis lokis;
    private final LogFolders folders;
    private final LogMemory memory;
    private final Clock clock;

    LogWatching(Lokis lokis, LogFolders folders, LogMemory memory, Clock clock) {
        this.lokis = lokis;
        this.folders = folders;
        this.memory = memory;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "logs";
    }

    @Override
    public Set<String> connections() {
        return Set.of(Lokis.KIND, LogFolders.KIND);
    }

    @Override
    public List<ConnectionField> options(String connection) {
        return List.of(ConnectionField.lines(QUERIES), ConnectionField.line(DAYS).optional());
    }

    @Override
    public boolean hasFiles() {
        return false;
    }

    @Override
    public void check(Source source, Connection connection) {
        queries(source, connection);
        days(source);
    }

    @Override
    public Snapshot take(Source source, Connection connection) {
        var gathering = new Gathering(clock);
        LogReading reading =
                connection.kind().equals(Lokis.KIND)
                        ? LogReading.in(lokis.open(connection))
                        : LogReading.in(folders.open(connection));
        for (Query query : queries(source, connection)) {
            var log = memory.of(source.id(), connection.id(), query);
            add(log, reading, days(source), gathering);
        }
        return gathering.snapshot(key());
    }

    private static void add(LogMemory.Log log, LogReading reading, int days, Gathering gathering) {
        Instant now = gathering.begun();
        String oldest = Told.day(now.minus(Duration.ofDays(days - 1L)));
        var watch = new LogWatch(reading, log.query().query(), log.days(oldest));
        Instant end = window(now.minus(LAG));
        Instant earliest = window(now.minus(BACK));
        Instant until = log.until();
        Instant start = until.isAfter(earliest) ? until : earliest;
        if (start.isBefore(end)) {
            watch.look(new TimeRange(start, end), gathering);
            log.keep(watch.days(), start, end);
        }
        pages(log, watch.days().tailMap(oldest), Told.day(now))
                .forEach((path, text) -> gathering.add(LiveDocument.of(path, "", text)));
    }

    private static TreeMap<String, String> pages(
            LogMemory.Log log, SortedMap<String, LogDay> days, String today) {
        TreeMap<String, String> pages = new TreeMap<>();
        String folder = Told.segment(log.query().name());
        if (days.values().stream()
                .anyMatch(day -> !day.errors().isEmpty() || !day.others().isEmpty())) {
            String mark = LogPages.mark(today, days.values());
            pages.put(
                    folder + "/patterns.md",
                    log.patterns(mark, () -> LogPages.patterns(log.query(), days.values())));
        }
        days.forEach((day, seen) -> {
            String text = LogPages.incidents(log.query(), day, seen);
            if (!text.isEmpty()) {
                pages.put("%s/incidents/%s.md".formatted(folder, day), text);
            }
        });
        return pages;
    }

    private static Instant window(Instant at) {
        long length = LogWatch.WINDOW.toSeconds();
        return Instant.ofEpochSecond(at.getEpochSecond() / length * length);
    }

    private static List<Query> queries(Source source, Connection connection) {
        return LogQueries.of(source.rules().option(QUERIES), connection.kind().equals(Lokis.KIND));
    }

    private static int days(Source source) {
        return Told.number(source.rules().option(DAYS), USUAL_DAYS, 1, MOST_DAYS);
    }
}
