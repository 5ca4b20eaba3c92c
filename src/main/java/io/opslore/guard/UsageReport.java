package io.opslore.guard;

import io.opslore.guard.Usage.PersonDay;
import io.opslore.guard.Usage.Wanted;
import io.opslore.identity.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adds up what was used, in PostgreSQL. Thread-safe. */
@Repository
class UsageReport {

    private static final String SUMS =
            """
            coalesce(sum(requests), 0) as requests, coalesce(sum(refusals), 0) as refusals,
            coalesce(sum(prompt_tokens), 0) as prompt_tokens,
            coalesce(sum(answer_tokens), 0) as answer_tokens,
            coalesce(sum(uploads), 0) as uploads, coalesce(sum(uploaded_bytes), 0) as uploaded_bytes
            """;

    private static final String NAMED =
            """
            (select usage_day.*, coalesce(username, account_id::text) as name
            from usage_day left join account on account.id = account_id
            where day between :first and :last) as used
            """;

    private final JdbcClient jdbc;

    UsageReport(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<UsedOn> days(Period period, @Nullable AccountId account) {
        return jdbc.sql(
                        "select d::date as day, "
                                + SUMS
                                + """
                                from generate_series(:first::date, :last::date, interval '1 day') d
                                left join usage_day on usage_day.day = d::date
                                and (:account::uuid is null or account_id = :account::uuid)
                                group by d order by d
                                """)
                .param("first", period.first())
                .param("last", period.last())
                .param("account", account == null ? null : account.value(), Types.OTHER)
                .query((row, number) -> on(row))
                .list();
    }

    List<UsedBy> people(Wanted wanted, int offset, int limit) {
        String direction = wanted.descending() ? " desc" : " asc";
        String order =
                wanted.order() == UsedBy.SortedBy.NAME ? "lower(name)" : wanted.order().column();
        return matching(
                        "select * from (select account_id, name, "
                                + SUMS
                                + " from "
                                + NAMED
                                + " where position(lower(:sought) in lower(name)) > 0"
                                + " group by account_id, name) as person order by "
                                + order
                                + direction
                                + ", lower(name), account_id"
                                + " offset :offset limit :limit",
                        wanted)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) ->
                        new UsedBy(
                                new AccountId(row.getObject("account_id", UUID.class)),
                                row.getString("name"),
                                used(row)))
                .list();
    }

    int countPeople(Wanted wanted) {
        return matching(
                        "select count(distinct account_id) from "
                                + NAMED
                                + " where position(lower(:sought) in lower(name)) > 0",
                        wanted)
                .query(Integer.class)
                .single();
    }

    List<PersonDay> each(Period period, int offset, int limit) {
        return jdbc.sql(
                        "select * from "
                                + NAMED
                                + " order by day, lower(name), account_id"
                                + " offset :offset limit :limit")
                .param("first", period.first())
                .param("last", period.last())
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> new PersonDay(on(row), row.getString("name")))
                .list();
    }

    private JdbcClient.StatementSpec matching(String sql, Wanted wanted) {
        return jdbc.sql(sql)
                .param("first", wanted.period().first())
                .param("last", wanted.period().last())
                .param("sought", wanted.sought().strip());
    }

    private static UsedOn on(ResultSet row) throws SQLException {
        return new UsedOn(row.getObject("day", LocalDate.class), used(row));
    }

    private static Used used(ResultSet row) throws SQLException {
        return new Used(
                row.getLong("requests"),
                row.getLong("refusals"),
                row.getLong("prompt_tokens"),
                row.getLong("answer_tokens"),
                row.getLong("uploads"),
                row.getLong("uploaded_bytes"));
    }
}
