package io.opslore.identity;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A filter and an order as SQL: the database leaves out and sorts, and sends one page. */
final class PeopleQuery {

    private static final String PEOPLE =
            """
            from (
                select a.*, case
                    when a.disabled_at is not null then 'DISABLED'
                    when a.locked_until > ? and a.locked_until <= ? then 'LOCKED'
                    when a.must_change_password and a.password_hash is not null
                        then 'MUST_CHANGE_PASSWORD'
                    else 'ACTIVE' end as state,
                    (select count(distinct m.group_id) from group_member m
                        where m.account_id = a.id) as groups
                from account a) p
            where true
            """;
    private static final String TEXT =
            """
            and (position(lower(?) in lower(p.username)) > 0
                or position(lower(?) in lower(p.display_name)) > 0
                or position(lower(?) in lower(p.email)) > 0)
            """;
    private static final String IN_GROUP =
            """
            and p.id in (
                select account_id from group_member where group_id = ?
                union select m.account_id from group_member m
                join group_nesting n on n.inner_id = m.group_id where n.outer_id = ?)
            """;

    private final StringBuilder sql = new StringBuilder(PEOPLE);
    private final List<Object> values = new ArrayList<>();

    /** Of one account, whatever it is. */
    PeopleQuery(AccountId account, Clock clock) {
        this(PeopleFilter.ALL, clock);
        and("and p.id = ? ", account.value());
    }

    PeopleQuery(PeopleFilter filter, Clock clock) {
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        values.add(now);
        // No lock is that long: it was made before the clock was set back.
        values.add(now.plus(SignInThrottle.LONGEST_LOCK));
        String text = filter.text().strip();
        if (!text.isEmpty()) {
            and(TEXT, text, text, text);
        }
        if (filter.role() != null) {
            and(
                    "and p.id in (select account_id from role_holder where role = ?) ",
                    filter.role().key());
        }
        if (filter.group() != null) {
            and(IN_GROUP, filter.group().value(), filter.group().value());
        }
        if (filter.state() != null) {
            and("and p.state = ? ", filter.state().name());
        }
    }

    String count() {
        return "select count(*) " + sql;
    }

    String rows() {
        return "select p.* " + sql;
    }

    String page(PeopleOrder order) {
        return rows() + "order by " + column(order) + ", p.id limit ? offset ?";
    }

    Object[] values(Object... more) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(List.of(more));
        return all.toArray();
    }

    private static String column(PeopleOrder order) {
        String direction = order.descending() ? " desc nulls last" : " nulls last";
        return switch (order.by()) {
                    case NAME -> "lower(coalesce(nullif(p.display_name, ''), p.username))";
                    case USERNAME -> "lower(p.username)";
                    case GROUPS -> "p.groups";
                    case STATE -> "p.state";
                    case LAST_SIGN_IN -> "p.last_sign_in_at";
                }
                + direction;
    }

    private void and(String condition, Object... its) {
        sql.append(condition);
        values.addAll(List.of(its));
    }
}
