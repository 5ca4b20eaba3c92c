package io.opslore.sources.live;

import io.opslore.connections.logfiles.FileLine;
import io.opslore.connections.logfiles.FileLines;
import io.opslore.connections.logfiles.LineWish;
import io.opslore.connections.logfiles.LogFolder;
import io.opslore.connections.loki.Loki;
import io.opslore.connections.loki.LokiLine;
import io.opslore.connections.loki.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the lines of some time, within bounds. */
interface LogReading {

    /** Of one reading. */
    int MOST = 20_000;

    Lines read(String query, TimeRange range);

    /**
     * @param lines without secrets
     * @param whole whether there were no more
     */
    record Lines(List<Line> lines, boolean whole) {}

    /** One line that tells when it was written. */
    record Line(Instant at, String text, boolean isError) {

        private static final Pattern ERROR =
                Pattern.compile(
                        "\\b(error|err|fatal|panic|critical|crit|exception|severe|emerg)\\b|"
                                + "[a-z](Error|Exception)\\b",
                        Pattern.CASE_INSENSITIVE);

        static Line of(Instant at, String text) {
            return new Line(at, text, ERROR.matcher(text).find());
        }
    }

    /** The oldest first, page by page. */
    static LogReading in(Loki loki) {
        return (query, range) -> {
            List<Line> lines = new ArrayList<>();
            TimeRange rest = range;
            int found = LokiPages.SIZE;
            while (found == LokiPages.SIZE && lines.size() < MOST) {
                List<LokiLine> page = loki.lines(query, rest, LokiPages.SIZE, false);
                page.forEach(line -> lines.add(LokiPages.line(line)));
                found = page.size();
                if (found > 0) {
                    rest = new TimeRange(lines.getLast().at().plusNanos(1), range.end());
                }
            }
            return new Lines(lines, found < LokiPages.SIZE);
        };
    }

    static LogReading in(LogFolder folder) {
        return (query, range) -> {
            FileLines found = folder.search(new LineWish(query, range.start(), range.end(), MOST));
            List<Line> lines = new ArrayList<>();
            for (FileLine line : found.lines()) {
                Instant at = line.at();
                if (at != null) {
                    lines.add(Line.of(at, line.text()));
                }
            }
            return new Lines(lines, !found.more());
        };
    }

    /** How Loki tells lines. */
    final class LokiPages {

        static final int SIZE = 2_000;
        private static final long BILLION = 1_000_000_000;
        private static final Set<String> ERRORS =
                Set.of("error", "err", "fatal", "critical", "panic", "emerg", "alert");

        private LokiPages() {}

        static Line line(LokiLine line) {
            Instant at = Instant.ofEpochSecond(line.nanos() / BILLION, line.nanos() % BILLION);
            Line plain = Line.of(at, line.text());
            boolean isLevel =
                    ERRORS.contains(String.valueOf(line.labels().get("level")))
                            || ERRORS.contains(String.valueOf(line.labels().get("detected_level")));
            return isLevel ? new Line(at, line.text(), true) : plain;
        }
    }
}
