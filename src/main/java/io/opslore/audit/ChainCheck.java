package io.opslore.audit;

import io.opslore.audit.ChainWalk.Ends;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proves that the log is as it was written. For the machinery, as {@link AuditLog}. Only reads, all
 * at one moment, and holds nobody up. Thread-safe.
 */
@Component
public class ChainCheck {

    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;

    ChainCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Walks the whole chain.
     *
     * @param progress called with the share of it that is done, 0 to 1
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ChainReport walk(Consumer<Double> progress) {
        Ends ends = ends();
        double all = Math.max(1, ends.head() - ends.anchor());
        var walk = new ChainWalk(ends);
        jdbc.sql("select * from audit_event order by sequence")
                .withFetchSize(BATCH)
                .query(row -> {
                    Link link = Link.of(row);
                    walk.step(link);
                    if (link.sequence() % BATCH == 0) {
                        progress.accept(Math.clamp((link.sequence() - ends.anchor()) / all, 0, 1));
                    }
                });
        progress.accept(1.0);
        return walk.end();
    }

    private Ends ends() {
        return jdbc.sql("select * from audit_chain")
                .query((row, number) -> {
                    long anchor = row.getLong("anchor_sequence");
                    String anchorHash = row.getString("anchor_hash");
                    return new Ends(
                            anchor,
                            anchorHash,
                            row.getLong("head_sequence"),
                            row.getString("head_hash"),
                            isCutByRetention(anchor, anchorHash));
                })
                .single();
    }

    private boolean isCutByRetention(long anchor, String anchorHash) {
        return jdbc.sql(
                        """
                        select details from audit_event where action = :action
                        order by sequence desc limit 1
                        """)
                .param("action", Retention.ACTION)
                .query(String.class)
                .optional()
                .map(Retention.details(anchor, anchorHash)::equals)
                .orElse(anchor == 0 && anchorHash.equals(Link.NOTHING));
    }
}
