package io.opslore.audit;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the log. For the machinery: this room knows no askers, so whoever shows people what stands
 * here asks first whether they may see it. Thread-safe.
 */
@Component
@Transactional(readOnly = true)
public class AuditLog {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;

    AuditLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page of the lines that fit. */
    public List<AuditEntry> search(AuditFilter filter, AuditOrder order, int skip, int limit) {
        var conditions = new Conditions(filter);
        return jdbc.sql(
                        "select * from audit_event where %s order by %s limit :limit offset :skip"
                                .formatted(conditions.sql(), order.sql()))
                .params(conditions.parameters())
                .param("limit", limit)
                .param("skip", skip)
                .query((row, number) -> Link.of(row).entry())
                .list();
    }

    /** How many lines fit. */
    public int count(AuditFilter filter) {
        var conditions = new Conditions(filter);
        return jdbc.sql("select count(*) from audit_event where " + conditions.sql())
                .params(conditions.parameters())
                .query(Integer.class)
                .single();
    }

    /** All lines that fit, the oldest first, at one moment; however many, few are in memory. */
    public void each(AuditFilter filter, Consumer<AuditEntry> reader) {
        var conditions = new Conditions(filter);
        jdbc.sql("select * from audit_event where %s order by sequence".formatted(conditions.sql()))
                .params(conditions.parameters())
                .withFetchSize(BATCH)
                .query(row -> {
                    reader.accept(Link.of(row).entry());
                });
    }
}
