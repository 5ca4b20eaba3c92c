package io.opslore.ingest.queue;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.opslore.health.Condition;
import io.opslore.health.Dependency;
import io.opslore.health.Latest;
import io.opslore.health.Looks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the queue of files stands: how many are where, and whether it goes on. */
@Component
class IngestLook implements Dependency, MeterBinder {

    private static final Duration EVERY = Duration.ofSeconds(15);

    /** No file takes so long between two steps that are written down. */
    private static final Duration STUCK = Duration.ofMinutes(15);

    private static final List<String> STATES =
            List.of("QUEUED", "EXTRACTING", "INDEXING", "READY", "FAILED", "SUPERSEDED");

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Latest<Counts> latest;

    IngestLook(JdbcClient jdbc, Clock clock, Looks looks) {
        this.jdbc = jdbc;
        this.clock = clock;
        latest = looks.repeat("ingest-counts", EVERY, this::count);
    }

    /**
     * @param oldest since when the oldest is as it is that is not done; null where none is
     * @param newest when anything last changed; null where there is nothing
     */
    private record Counts(
            Map<String, Long> jobs, @Nullable Instant oldest, @Nullable Instant newest) {

        private long of(String state) {
            return jobs.getOrDefault(state, 0L);
        }

        private long open() {
            return of("QUEUED") + of("EXTRACTING") + of("INDEXING");
        }
    }

    @Override
    public String name() {
        return "ingest-queue";
    }

    @Override
    public Condition look() {
        Counts now = count();
        if (now.open() == 0) {
            return Condition.up("queue.empty");
        }
        Duration still = age(now.newest());
        return still.compareTo(STUCK) > 0
                ? Condition.degraded("queue.stuck", now.open(), still.toMinutes())
                : Condition.up("queue.open", now.open());
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (String state : STATES) {
            Gauge.builder("opslore.ingest.jobs", () -> latest.number(it -> it.of(state)))
                    .tag("state", state.toLowerCase(Locale.ROOT))
                    .description("Revisions by where they stand on their way into the index")
                    .register(meters);
        }
        Gauge.builder(
                        "opslore.ingest.oldest",
                        () -> latest.number(it -> age(it.oldest()).toSeconds()))
                .baseUnit("seconds")
                .description("How long the oldest file has waited that is not done")
                .register(meters);
    }

    private Duration age(@Nullable Instant since) {
        return since == null ? Duration.ZERO : Duration.between(since, clock.instant());
    }

    private Counts count() {
        List<Row> rows =
                jdbc.sql(
                                """
                                select state, count(*), min(changed_at), max(changed_at)
                                from ingest_state group by state
                                """)
                        .query((row, number) ->
                                new Row(
                                        row.getString(1),
                                        row.getLong(2),
                                        row.getObject(3, OffsetDateTime.class).toInstant(),
                                        row.getObject(4, OffsetDateTime.class).toInstant()))
                        .list();
        List<String> open = STATES.subList(0, 3);
        return new Counts(
                rows.stream().collect(Collectors.toMap(Row::state, Row::count)),
                rows.stream()
                        .filter(row -> open.contains(row.state()))
                        .map(Row::oldest)
                        .min(Instant::compareTo)
                        .orElse(null),
                rows.stream().map(Row::newest).max(Instant::compareTo).orElse(null));
    }

    private record Row(String state, long count, Instant oldest, Instant newest) {}
}
