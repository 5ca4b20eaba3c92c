package io.opslore.guard;

import io.opslore.identity.AccountId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Requests in PostgreSQL. All times are the database's own, because several portals count together
 * and their clocks may differ. Thread-safe.
 */
@Repository
class RequestRows {

    /** After so long a request whose portal keeps silent counts as ended. */
    static final int SECONDS_WITHOUT_A_WORD = 30;

    private final JdbcClient jdbc;

    RequestRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends nobody else counts for this account. */
    void lock(AccountId account) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('limits ' || ?, 0))")
                .param(account.value().toString())
                .query((row, number) -> true)
                .single();
    }

    /** Those that count for nothing any more. */
    void forget(AccountId account) {
        jdbc.sql(
                        """
                        delete from guarded_request where account_id = ?
                        and admitted_at < clock_timestamp() - interval '1 minute'
                        and (ended or alive_until < clock_timestamp() - interval '1 hour')
                        """)
                .param(account.value())
                .update();
    }

    /** The account's requests as they are now; those from before a clock was set back are over. */
    Requests look(AccountId account) {
        return jdbc.sql(
                        """
                        select clock_timestamp() as now,
                        count(*) filter (where admitted_at between
                            clock_timestamp() - interval '1 minute' and clock_timestamp()) as lately,
                        count(*) filter (where not ended and alive_until between clock_timestamp()
                            and clock_timestamp() + ? * interval '1 second') as in_flight
                        from guarded_request where account_id = ?
                        """)
                .params(SECONDS_WITHOUT_A_WORD, account.value())
                .query((row, number) ->
                        new Requests(
                                row.getObject("now", OffsetDateTime.class).toInstant(),
                                row.getLong("lately"),
                                row.getLong("in_flight")))
                .single();
    }

    /** When fewer than so many of the account's requests will be of the last minute. */
    Optional<Instant> fewerThan(long count, AccountId account) {
        return jdbc.sql(
                        """
                        select admitted_at + interval '1 minute' from guarded_request
                        where account_id = ? and admitted_at <= clock_timestamp()
                        order by admitted_at desc offset ? limit 1
                        """)
                .params(account.value(), Math.max(0, count - 1))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    void add(UUID id, AccountId account) {
        jdbc.sql(
                        """
                        insert into guarded_request (id, account_id, admitted_at, alive_until)
                        values (?, ?, clock_timestamp(), clock_timestamp() + ? * interval '1 second')
                        """)
                .params(id, account.value(), SECONDS_WITHOUT_A_WORD)
                .update();
    }

    void confirm(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql(
                            """
                            update guarded_request
                            set alive_until = clock_timestamp() + ? * interval '1 second'
                            where id = any (?) and not ended
                            """)
                    .params(SECONDS_WITHOUT_A_WORD, ids.toArray(UUID[]::new))
                    .update();
        }
    }

    void end(Collection<UUID> ids) {
        jdbc.sql("update guarded_request set ended = true where id = any (?)")
                .param(ids.toArray(UUID[]::new))
                .update();
    }

    /**
     * One account's requests.
     *
     * @param now as the database has it
     * @param lately in the last minute
     */
    record Requests(Instant now, long lately, long inFlight) {}
}
