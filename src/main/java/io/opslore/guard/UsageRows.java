package io.opslore.guard;

import io.opslore.identity.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was used, by days of UTC, in PostgreSQL. Thread-safe. */
@Repository
class UsageRows {

    private static final String TODAY = "(clock_timestamp() at time zone 'UTC')::date";

    private final JdbcClient jdbc;

    UsageRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void request(AccountId account) {
        add(account, "requests", 1, "refusals", 0);
    }

    void refusal(AccountId account) {
        add(account, "requests", 0, "refusals", 1);
    }

    void charge(AccountId account, long promptTokens, long answerTokens) {
        add(account, "prompt_tokens", promptTokens, "answer_tokens", answerTokens);
    }

    void upload(AccountId account, long bytes) {
        add(account, "uploads", 1, "uploaded_bytes", bytes);
    }

    /** Tokens of the day and month that the moment is in. */
    Tokens tokens(AccountId account, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return jdbc.sql(
                        """
                        select coalesce(sum(prompt_tokens + answer_tokens)
                            filter (where day = :today), 0) as today,
                        coalesce(sum(prompt_tokens + answer_tokens), 0) as this_month
                        from usage_day where account_id = :account and day >= :month
                        """)
                .param("account", account.value())
                .param("today", today)
                .param("month", today.withDayOfMonth(1))
                .query((row, number) -> new Tokens(row.getLong("today"), row.getLong("this_month")))
                .single();
    }

    private void add(AccountId account, String one, long ones, String other, long others) {
        jdbc.sql(
                        """
                        insert into usage_day (account_id, day, %1$s, %2$s) values (?, %3$s, ?, ?)
                        on conflict (account_id, day) do update set
                        %1$s = usage_day.%1$s + excluded.%1$s,
                        %2$s = usage_day.%2$s + excluded.%2$s
                        """
                                .formatted(one, other, TODAY))
                .params(account.value(), ones, others)
                .update();
    }

    /** Of prompts and answers. */
    record Tokens(long today, long thisMonth) {}
}
