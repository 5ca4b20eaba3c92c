package io.opslore.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes away the oldest lines whose time is up. The last one that goes becomes the chain's anchor,
 * and a record of the chain itself names it, so that a beginning that was moved otherwise shows.
 * For the machinery. Thread-safe, also over several portals.
 */
@Component
public class Retention {

    static final String ACTION = "audit.expire";

    private final JdbcClient jdbc;
    private final Chain chain;
    private final Clock clock;

    Retention(JdbcClient jdbc, Chain chain, Clock clock) {
        this.jdbc = jdbc;
        this.chain = chain;
        this.clock = clock;
    }

    /**
     * Removes what is older, up to the first line that is not.
     *
     * @return how many lines went
     */
    @Transactional
    public int expire(Duration age) {
        Optional<Anchor> last = lastOlderThan(clock.instant().minus(age).atOffset(ZoneOffset.UTC));
        return last.map(this::cut).orElse(0);
    }

    private int cut(Anchor anchor) {
        // The record first: it locks the chain, so that no other portal cuts at the same time.
        chain.append(
                List.of(
                        AuditRecord.done(
                                ACTION,
                                Actor.PORTAL,
                                new Subject("audit", "", ""),
                                values(anchor.sequence(), anchor.hash()))));
        int moved =
                jdbc.sql(
                                """
                                update audit_chain set anchor_sequence = ?, anchor_hash = ?
                                where anchor_sequence < ?
                                """)
                        .params(anchor.sequence(), anchor.hash(), anchor.sequence())
                        .update();
        if (moved == 0) {
            throw new IllegalStateException("Another portal has just removed these lines");
        }
        return jdbc.sql("delete from audit_event where sequence <= ?")
                .param(anchor.sequence())
                .update();
    }

    private Optional<Anchor> lastOlderThan(OffsetDateTime time) {
        return jdbc.sql(
                        """
                        select sequence, hash from audit_event where sequence < coalesce(
                            (select min(sequence) from audit_event where at >= :time),
                            (select head_sequence + 1 from audit_chain))
                        order by sequence desc limit 1
                        """)
                .param("time", time)
                .query((row, number) -> new Anchor(row.getLong(1), row.getString(2)))
                .optional();
    }

    /** As a record of retention names its anchor. */
    static String details(long sequence, String hash) {
        return Canonical.details(values(sequence, hash));
    }

    private static Map<String, ?> values(long sequence, String hash) {
        return Map.of("lastRemoved", sequence, "hash", hash);
    }

    private record Anchor(long sequence, String hash) {}
}
