package io.opslore.sources.live;

import io.opslore.connections.Drain;
import io.opslore.connections.loki.TimeRange;
import io.opslore.sources.live.LogDay.Window;
import io.opslore.sources.live.LogReading.Line;
import io.opslore.sources.live.LogReading.Lines;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Goes on with a log from where it was left, window by window: counts lines and errors, groups
 * them, and says where errors rise. For one thread.
 */
final class LogWatch {

    static final Duration WINDOW = Duration.ofMinutes(10);

    private static final Duration STEP = Duration.ofHours(1);
    private static final int MOST_GROUPS = 200;
    private static final int TOP = 5;
    private static final int ENOUGH = 6;
    private static final int LEAST = 5;
    private static final int TIMES = 3;

    private final LogReading reading;
    private final String query;
    private final TreeMap<String, LogDay> days;

    /**
     * @param days what was seen before, by day
     */
    LogWatch(LogReading reading, String query, Map<String, LogDay> days) {
        this.reading = reading;
        this.query = query;
        this.days = new TreeMap<>(days);
    }

    /** All days, with what was seen now. */
    TreeMap<String, LogDay> days() {
        return days;
    }

    /**
     * @param range whole windows
     * @param gathering to be asked before each question
     */
    void look(TimeRange range, Gathering gathering) {
        for (Instant from = range.start(); from.isBefore(range.end()); ) {
            gathering.goOn();
            Instant hour = from.plus(STEP);
            Instant to = hour.isBefore(range.end()) ? hour : range.end();
            Lines found = reading.read(query, new TimeRange(from, to));
            for (Instant at = from; at.isBefore(to); at = at.plus(WINDOW)) {
                // Else all of a busy hour's end would look quiet.
                window(at, found.whole() ? found : read(at, gathering));
            }
            from = to;
        }
    }

    private Lines read(Instant window, Gathering gathering) {
        gathering.goOn();
        return reading.read(query, new TimeRange(window, window.plus(WINDOW)));
    }

    private void window(Instant start, Lines found) {
        LogDay day = days.getOrDefault(Told.day(start), LogDay.NONE);
        if (!day.windows().isEmpty() && !day.windows().getLast().start().isBefore(start)) {
            // A look that was cut off had come so far.
            return;
        }
        Instant end = start.plus(WINDOW);
        List<Line> lines =
                found.lines().stream()
                        .filter(line -> !line.at().isBefore(start) && line.at().isBefore(end))
                        .toList();
        List<Line> errors = lines.stream().filter(Line::isError).toList();
        List<Line> others = lines.stream().filter(line -> !line.isError()).toList();
        long usual = usual(start);
        var window =
                new Window(
                        start,
                        lines.size(),
                        errors.size(),
                        usual,
                        errors.size() >= Math.max(LEAST, TIMES * usual),
                        found.whole(),
                        grouped(List.of(), errors, TOP));
        List<Window> windows = new ArrayList<>(day.windows());
        windows.add(window);
        days.put(
                Told.day(start),
                new LogDay(
                        windows,
                        grouped(day.errors(), errors, MOST_GROUPS),
                        grouped(day.others(), others, MOST_GROUPS)));
    }

    /** The middle of the windows of the day before; nothing while there are too few of them. */
    private long usual(Instant start) {
        Instant earliest = start.minus(Duration.ofDays(1));
        long[] errors =
                days.values().stream()
                        .flatMap(day -> day.windows().stream())
                        .filter(one -> !one.start().isBefore(earliest))
                        .mapToLong(Window::errors)
                        .sorted()
                        .toArray();
        return errors.length < ENOUGH ? 0 : errors[errors.length / 2];
    }

    private static List<Drain.Group> grouped(List<Drain.Group> before, List<Line> lines, int most) {
        if (lines.isEmpty()) {
            return before;
        }
        Drain drain = new Drain();
        before.forEach(drain::add);
        lines.forEach(line -> drain.add(line.text(), line.at()));
        return drain.groups().stream()
                .sorted(
                        Comparator.comparingLong(Drain.Group::count)
                                .reversed()
                                .thenComparing(Drain.Group::pattern))
                .limit(most)
                .toList();
    }
}
