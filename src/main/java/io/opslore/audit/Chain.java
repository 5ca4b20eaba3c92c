package io.opslore.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes to the end of the log. Whoever writes holds the row of the chain's head until the
 * transaction ends, and others wait; so this is the last thing that a transaction does.
 */
@Component
class Chain {

    private final JdbcClient jdbc;
    private final Clock clock;

    Chain(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Within a transaction. */
    void append(List<AuditRecord> records) {
        if (records.isEmpty()) {
            return;
        }
        Head head = head();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (AuditRecord record : records) {
            Link next = Link.of(head.sequence() + 1, now, record, head.hash());
            insert(next);
            head = new Head(next.sequence(), next.hash());
        }
        jdbc.sql("update audit_chain set head_sequence = ?, head_hash = ?")
                .params(head.sequence(), head.hash())
                .update();
    }

    private Head head() {
        return jdbc.sql("select head_sequence, head_hash from audit_chain for update")
                .query((row, number) -> new Head(row.getLong(1), row.getString(2)))
                .single();
    }

    private void insert(Link link) {
        List<String> content = link.content();
        jdbc.sql("insert into audit_event values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(link.sequence())
                .param(OffsetDateTime.ofInstant(link.at(), ZoneOffset.UTC))
                .param(link.action())
                .param(link.actorId())
                .params(content.subList(2, content.size()))
                .param(link.previousHash())
                .param(link.hash())
                .param(link.searchable())
                .update();
    }

    private record Head(long sequence, String hash) {}
}
