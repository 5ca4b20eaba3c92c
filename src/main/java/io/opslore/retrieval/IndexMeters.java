package io.opslore.retrieval;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.opslore.health.Latest;
import io.opslore.health.Looks;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How large the indexes are, and whether one is being built. */
@Component
class IndexMeters implements MeterBinder {

    /** A folder of files is added up, or a server asked. */
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final GenerationRecords records;
    private final Generations generations;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Latest<Sizes> latest;

    IndexMeters(
            GenerationRecords records,
            Generations generations,
            JdbcTemplate jdbc,
            Clock clock,
            Looks looks) {
        this.records = records;
        this.generations = generations;
        this.jdbc = jdbc;
        this.clock = clock;
        latest = looks.repeat("index-sizes", EVERY, this::sizes);
    }

    /**
     * @param building how long the one has been on its way that is being built
     */
    private record Sizes(Map<GenerationState, Size> of, Duration building, long chunks) {}

    private record Size(int generations, long bytes) {

        private static final Size NONE = new Size(0, 0);

        private Size plus(long more) {
            return new Size(generations + 1, bytes + more);
        }
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (GenerationState state :
                List.of(
                        GenerationState.ACTIVE,
                        GenerationState.BUILDING,
                        GenerationState.RETIRED)) {
            String name = state.name().toLowerCase(Locale.ROOT);
            Gauge.builder("opslore.index.generations", () -> number(state, Size::generations))
                    .tag("state", name)
                    .description("Index generations that hold anything")
                    .register(meters);
            Gauge.builder("opslore.index.size", () -> number(state, Size::bytes))
                    .tag("state", name)
                    .baseUnit("bytes")
                    .description("What the indexes take up")
                    .register(meters);
        }
        Gauge.builder("opslore.index.chunks", () -> latest.number(Sizes::chunks))
                .description("Chunks of all generations")
                .register(meters);
        Gauge.builder(
                        "opslore.index.building",
                        () -> latest.number(it -> it.building().toSeconds()))
                .baseUnit("seconds")
                .description("Since when a new index is being built; 0 while none is")
                .register(meters);
    }

    private double number(GenerationState state, java.util.function.ToDoubleFunction<Size> part) {
        return latest.number(it -> part.applyAsDouble(it.of().getOrDefault(state, Size.NONE)));
    }

    private Sizes sizes() {
        var of = new EnumMap<GenerationState, Size>(GenerationState.class);
        for (IndexGeneration one : records.kept()) {
            Size before = of.getOrDefault(one.state(), Size.NONE);
            of.put(one.state(), before.plus(generations.size(one.id())));
        }
        Duration building =
                records.building()
                        .map(it -> Duration.between(it.startedAt(), clock.instant()))
                        .orElse(Duration.ZERO);
        // Exact enough, and it costs nothing however many there are.
        Long chunks =
                jdbc.queryForObject(
                        "select greatest(reltuples, 0)::bigint from pg_class where oid = 'chunk'::regclass",
                        Long.class);
        return new Sizes(of, building, chunks == null ? 0 : chunks);
    }
}
