package io.opslore.guard;

import io.opslore.identity.AccountId;
import io.opslore.identity.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** For whom limits are and can be set, with their names, from PostgreSQL. Thread-safe. */
@Repository
class LimitNames {

    private static final String HOLDERS =
            """
            (select 0 as kind, null::text as role, null::uuid as account, '' as name
            where :sought = ''
            union all
            select 1, key, null, name from role
            where position(lower(:sought) in lower(key || ' ' || name)) > 0
            union all
            select 2, null, id, username from account
            where position(lower(:sought) in lower(username)) > 0
            and exists (select 1 from limit_value where limit_value.account_id = account.id)
            ) as holder
            """;

    private static final String PEOPLE =
            """
            (select 2 as kind, null::text as role, id as account, username as name from account
            where position(lower(:sought) in lower(username)) > 0) as holder
            """;

    private final JdbcClient jdbc;

    LimitNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Named> holders(String sought, int offset, int limit) {
        return page(HOLDERS, sought, offset, limit);
    }

    int countHolders(String sought) {
        return count(HOLDERS, sought);
    }

    List<Named> people(String sought, int offset, int limit) {
        return page(PEOPLE, sought, offset, limit);
    }

    int countPeople(String sought) {
        return count(PEOPLE, sought);
    }

    /** Empty where there is no such account or role. */
    Optional<String> name(LimitHolder holder) {
        return switch (holder) {
            case LimitHolder.Everyone everyone -> Optional.of("");
            case LimitHolder.Holders(Role role) ->
                    name("select name from role where key = ?", role.key());
            case LimitHolder.Person(AccountId account) ->
                    name("select username from account where id = ?", account.value());
        };
    }

    private Optional<String> name(String query, Object key) {
        return jdbc.sql(query).param(key).query(String.class).optional();
    }

    private List<Named> page(String from, String sought, int offset, int limit) {
        return jdbc.sql(
                        "select role, account, name from "
                                + from
                                + " order by kind, lower(name), role offset :offset limit :limit")
                .param("sought", sought.strip())
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> named(row))
                .list();
    }

    private int count(String from, String sought) {
        return jdbc.sql("select count(*) from " + from)
                .param("sought", sought.strip())
                .query(Integer.class)
                .single();
    }

    private static Named named(ResultSet row) throws SQLException {
        UUID account = row.getObject("account", UUID.class);
        String role = row.getString("role");
        String name = row.getString("name");
        if (account != null) {
            return new Named(new LimitHolder.Person(new AccountId(account)), name);
        }
        return role == null
                ? new Named(new LimitHolder.Everyone(), name)
                : new Named(new LimitHolder.Holders(new Role(role)), name);
    }

    /** A holder as people call it. */
    record Named(LimitHolder holder, String name) {}
}
