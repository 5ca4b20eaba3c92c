package io.opslore.guard;

import io.opslore.identity.AccountId;
import io.opslore.identity.Rights;
import io.opslore.identity.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The values that are set, in PostgreSQL. Thread-safe. */
@Repository
class LimitRows {

    private final JdbcClient jdbc;

    LimitRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that bear on the person, whose roles are as the rights say. */
    List<LimitValue> bearingOn(AccountId account, Rights rights) {
        return jdbc
                .sql(
                        """
                        select limit_key, role, account_id, amount from limit_value
                        where account_id = ? or role = any (?)
                        or (account_id is null and role is null)
                        order by role
                        """)
                .params(
                        account.value(),
                        rights.roles().stream().map(Role::key).toArray(String[]::new))
                .query((row, number) -> value(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Those of one holder alone. */
    Map<Limit, LimitValue> of(LimitHolder holder) {
        Map<Limit, LimitValue> values = new EnumMap<>(Limit.class);
        jdbc
                .sql(
                        """
                        select limit_key, role, account_id, amount from limit_value
                        where role is not distinct from :role::text
                        and account_id is not distinct from :account::uuid
                        """)
                .param("role", role(holder), Types.VARCHAR)
                .param("account", account(holder), Types.OTHER)
                .query((row, number) -> value(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .forEach(value -> values.put(value.limit(), value));
        return values;
    }

    /** Sets or replaces one. */
    void put(LimitValue value) {
        jdbc.sql(
                        """
                        insert into limit_value (limit_key, role, account_id, amount)
                        values (:key, :role, :account, :amount)
                        on conflict (limit_key, role, account_id)
                        do update set amount = excluded.amount
                        """)
                .param("key", value.limit().key())
                .param("role", role(value.holder()), Types.VARCHAR)
                .param("account", account(value.holder()), Types.OTHER)
                .param("amount", value.amount(), Types.BIGINT)
                .update();
    }

    /** Nothing is said there any more. */
    void remove(Limit limit, LimitHolder holder) {
        jdbc.sql(
                        """
                        delete from limit_value where limit_key = :key
                        and role is not distinct from :role::text
                        and account_id is not distinct from :account::uuid
                        """)
                .param("key", limit.key())
                .param("role", role(holder), Types.VARCHAR)
                .param("account", account(holder), Types.OTHER)
                .update();
    }

    private static @Nullable String role(LimitHolder holder) {
        return holder instanceof LimitHolder.Holders(Role role) ? role.key() : null;
    }

    private static @Nullable UUID account(LimitHolder holder) {
        return holder instanceof LimitHolder.Person(AccountId account) ? account.value() : null;
    }

    private static Optional<LimitValue> value(ResultSet row) throws SQLException {
        @Nullable Long amount = row.getObject("amount", Long.class);
        LimitHolder holder = holder(row);
        return Limit.of(row.getString("limit_key"))
                .map(limit -> new LimitValue(limit, amount, holder));
    }

    private static LimitHolder holder(ResultSet row) throws SQLException {
        @Nullable UUID account = row.getObject("account_id", UUID.class);
        @Nullable String role = row.getString("role");
        if (account != null) {
            return new LimitHolder.Person(new AccountId(account));
        }
        return role == null ? new LimitHolder.Everyone() : new LimitHolder.Holders(new Role(role));
    }
}
