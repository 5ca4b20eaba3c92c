package io.opslore.operations.history;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Samples in PostgreSQL, of all portals on the database. Thread-safe. */
@Repository
class SampleRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    SampleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID portal, Instant at, Map<String, Double> numbers) {
        jdbc.sql(
                        """
                        insert into operations_sample (portal, taken_at, numbers)
                        values (?, ?, ?::jsonb) on conflict do nothing
                        """)
                .params(portal, at(at), JSON.writeValueAsString(numbers))
                .update();
    }

    /** One number over time, the oldest first: of each step the highest. */
    List<HistoryPoint> of(UUID portal, String name, Instant since, Duration step) {
        return jdbc.sql(
                        """
                        select date_bin(make_interval(secs => :step), taken_at, 'epoch') as at,
                            max((numbers ->> :name)::double precision) as value
                        from operations_sample
                        where portal = :portal and taken_at >= :since and numbers ?? :name
                        group by 1 order by 1
                        """)
                .param("step", step.toSeconds())
                .param("name", name)
                .param("portal", portal)
                .param("since", at(since))
                .query((row, number) ->
                        new HistoryPoint(
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getDouble("value")))
                .list();
    }

    void forget(Instant before) {
        jdbc.sql("delete from operations_sample where taken_at < ?").param(at(before)).update();
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
