package io.opslore.connections.loki;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.connections.ConnectionsSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One tenant of one Loki. Has no way to change it. Before lines are read, Loki's own estimate of
 * what that costs is asked for, and too much is refused. Every method throws {@link
 * ConnectionFailed}. Thread-safe.
 */
public final class Loki {

    private static final String API = "/loki/api/v1";
    private static final int MOST_VALUES = 1_000;

    /** So much may be read unseen where Loki is too old to estimate. */
    private static final Duration UNSEEN = Duration.ofHours(1);

    private final LokiHttp http;
    private final ConnectionsSettings settings;
    private final LokiTexts texts;
    private final Clock clock;

    Loki(LokiHttp http, ConnectionsSettings settings, LokiTexts texts, Clock clock) {
        this.http = http;
        this.settings = settings;
        this.texts = texts;
        this.clock = clock;
    }

    /** Its version and how many labels there are. */
    String greeting() {
        String version = http.get(API + "/status/buildinfo", Map.of()).path("version").asString("");
        Instant now = clock.instant();
        int labels = labels(new TimeRange(now.minus(UNSEEN), now)).size();
        return "Loki %s: %d labels in the last hour".formatted(version, labels);
    }

    /** Names of labels in some time. */
    public List<String> labels(TimeRange range) {
        return texts(http.get(API + "/labels", times(range)).path("data"));
    }

    /** What a label was in some time; up to 1,000 values. */
    public List<String> values(String label, TimeRange range) {
        if (!label.matches("[A-Za-z_][A-Za-z0-9_]{0,127}")) {
            throw new ConnectionFailed(
                    Reason.UNFIT,
                    "That is no label.",
                    "List the labels first, with logs_labels_list.");
        }
        return texts(http.get(API + "/label/" + label + "/values", times(range)).path("data"))
                .stream()
                .map(value -> texts.value(label, value))
                .toList();
    }

    /** Streams of a selector, by their labels; up to 1,000. */
    public List<Map<String, Object>> series(String selector, TimeRange range) {
        Map<String, String> query = times(range);
        query.put("match[]", Selector.of(selector).text());
        return http.get(API + "/series", query)
                .path("data")
                .valueStream()
                .limit(MOST_VALUES)
                .map(texts::labels)
                .toList();
    }

    /** Without reading a line. */
    public LokiStats stats(String selector, TimeRange range) {
        Map<String, String> query = times(range);
        query.put("query", Selector.of(selector).text());
        JsonNode stats = http.get(API + "/index/stats", query);
        return new LokiStats(
                stats.path("streams").asLong(0),
                stats.path("chunks").asLong(0),
                stats.path("entries").asLong(0),
                stats.path("bytes").asLong(0));
    }

    /** How much each stream of a selector has written, the most first. */
    public List<LokiVolume> volume(String selector, TimeRange range, int limit) {
        Map<String, String> query = times(range);
        query.put("query", Selector.of(selector).text());
        query.put("limit", Integer.toString(limit));
        return http.get(API + "/index/volume", query)
                .path("data")
                .path("result")
                .valueStream()
                .map(one ->
                        new LokiVolume(
                                texts.labels(one.path("metric")),
                                one.path("value").path(1).asLong(0)))
                .sorted(Comparator.comparingLong(LokiVolume::bytes).reversed())
                .toList();
    }

    /**
     * Groups that Loki has made; none where it makes none.
     *
     * @throws ConnectionFailed for too wide a question
     */
    public List<LokiPattern> patterns(String selector, TimeRange range) {
        requireModest(selector, range);
        Map<String, String> query = times(range);
        query.put("query", Selector.of(selector).text());
        try {
            return http.get(API + "/patterns", query)
                    .path("data")
                    .valueStream()
                    .map(this::pattern)
                    .filter(pattern -> pattern.count() > 0)
                    .toList();
        } catch (ConnectionFailed failed) {
            if (failed.reason() == Reason.NOT_FOUND) {
                return List.of();
            }
            throw failed;
        }
    }

    /**
     * Lines of all streams together.
     *
     * @param query in LogQL
     * @param newestFirst otherwise the oldest first
     * @throws ConnectionFailed for too wide a question
     */
    public List<LokiLine> lines(String query, TimeRange range, int limit, boolean newestFirst) {
        requireModest(query, range);
        Map<String, String> asked = times(range);
        asked.put("query", query);
        asked.put("limit", Integer.toString(limit));
        asked.put("direction", newestFirst ? "backward" : "forward");
        JsonNode data = http.get(API + "/query_range", asked).path("data");
        List<LokiLine> lines = new ArrayList<>();
        data.path("result").forEach(stream -> lines.addAll(stream(stream, newestFirst)));
        Comparator<LokiLine> inTime = Comparator.comparingLong(LokiLine::nanos);
        lines.sort(newestFirst ? inTime.reversed() : inTime);
        return lines;
    }

    private void requireModest(String query, TimeRange range) {
        Selector selector = Selector.of(query);
        if (range.length().isNegative() || range.length().compareTo(settings.logRange()) > 0) {
            throw new ConnectionFailed(
                    Reason.TOO_WIDE,
                    "That is no time, or more than %d hours."
                            .formatted(settings.logRange().toHours()),
                    "Ask for a shorter time.");
        }
        long bytes = estimate(selector, range).orElse(0L);
        if (bytes > settings.logBytes().toBytes()) {
            throw new ConnectionFailed(
                    Reason.TOO_WIDE,
                    "Loki would read %d MiB for that; %d MiB is the most."
                            .formatted(bytes >> 20, settings.logBytes().toMegabytes()),
                    "Narrow the selector or the time; logs_stats_get tells what is how much.");
        }
    }

    private Optional<Long> estimate(Selector selector, TimeRange range) {
        try {
            return Optional.of(stats(selector.text(), range).bytes());
        } catch (ConnectionFailed failed) {
            if (failed.reason() == Reason.NOT_FOUND && range.length().compareTo(UNSEEN) <= 0) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    /** Cleaned in the order in which they were written. */
    private List<LokiLine> stream(JsonNode stream, boolean newestFirst) {
        Map<String, Object> labels = texts.labels(stream.path("stream"));
        List<JsonNode> told = stream.path("values").valueStream().toList();
        List<JsonNode> values = newestFirst ? told.reversed() : told;
        List<String> clean =
                texts.lines(values.stream().map(one -> one.path(1).asString("")).toList());
        List<LokiLine> lines = new ArrayList<>();
        for (int at = 0; at < clean.size(); at++) {
            lines.add(
                    new LokiLine(
                            Long.parseLong(values.get(at).path(0).asString("0")),
                            labels,
                            clean.get(at)));
        }
        return lines;
    }

    private LokiPattern pattern(JsonNode pattern) {
        long count = 0;
        long first = Long.MAX_VALUE;
        long last = 0;
        for (JsonNode sample : pattern.path("samples")) {
            long lines = sample.path(1).asLong(0);
            if (lines > 0) {
                count += lines;
                first = Math.min(first, sample.path(0).asLong(0));
                last = Math.max(last, sample.path(0).asLong(0));
            }
        }
        String text = texts.lines(List.of(pattern.path("pattern").asString(""))).getFirst();
        return new LokiPattern(text, count, first, last);
    }

    private static List<String> texts(JsonNode data) {
        return data.valueStream().limit(MOST_VALUES).map(one -> one.asString("")).sorted().toList();
    }

    private static Map<String, String> times(TimeRange range) {
        Map<String, String> query = new HashMap<>();
        query.put("start", TimeRange.nanos(range.start()));
        query.put("end", TimeRange.nanos(range.end()));
        return query;
    }
}
