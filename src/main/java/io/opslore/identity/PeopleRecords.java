package io.opslore.identity;

import io.opslore.audit.Subject;
import io.opslore.identity.ChangeRefused.Reason;
import io.opslore.identity.Person.HeldGroup;
import io.opslore.identity.Person.HeldRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads people for the admins' screens: as many as a page shows, in two queries. */
@Repository
class PeopleRecords {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    PeopleRecords(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    int count(PeopleFilter filter) {
        var query = new PeopleQuery(filter, clock);
        Integer count = jdbc.queryForObject(query.count(), Integer.class, query.values());
        return count == null ? 0 : count;
    }

    List<PersonRow> page(PeopleFilter filter, PeopleOrder order, int offset, int limit) {
        var query = new PeopleQuery(filter, clock);
        return rows(query.page(order), query.values(limit, offset)).stream()
                .map(Found::row)
                .toList();
    }

    /** Throws {@link ChangeRefused} where there is no such account. */
    Person person(AccountId account) {
        var query = new PeopleQuery(account, clock);
        Found found =
                rows(query.rows(), query.values()).stream()
                        .findFirst()
                        .orElseThrow(() -> new ChangeRefused(Reason.GONE));
        return new Person(
                found.row(), found.local(), found.createdAt(), roles(account), groups(account));
    }

    AccountId named(String username) {
        return jdbc.queryForObject(
                "select id from account where lower(username) = lower(?)",
                (row, number) -> new AccountId(row.getObject(1, UUID.class)),
                username);
    }

    /** How the record names them. Throws {@link ChangeRefused} where there is no such account. */
    Subject subject(AccountId account) {
        return jdbc
                .query(
                        "select username from account where id = ?",
                        (row, number) -> row.getString(1),
                        account.value())
                .stream()
                .findFirst()
                .map(name -> new Subject("account", account.value().toString(), name))
                .orElseThrow(() -> new ChangeRefused(Reason.GONE));
    }

    private List<Found> rows(String sql, Object[] values) {
        List<Found> found = jdbc.query(sql, (row, number) -> found(row), values);
        Map<AccountId, List<RoleName>> roles =
                rolesOf(found.stream().map(it -> it.row().id()).toList());
        return found.stream()
                .map(it -> it.with(roles.getOrDefault(it.row().id(), List.of())))
                .toList();
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                new PersonRow(
                        new AccountId(row.getObject("id", UUID.class)),
                        row.getString("username"),
                        new Profile(row.getString("display_name"), row.getString("email")),
                        PersonState.valueOf(row.getString("state")),
                        List.of(),
                        row.getInt("groups"),
                        instant(row.getObject("last_sign_in_at", OffsetDateTime.class))),
                row.getString("password_hash") != null,
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private Map<AccountId, List<RoleName>> rolesOf(Collection<AccountId> accounts) {
        Map<AccountId, List<RoleName>> roles = new HashMap<>();
        jdbc.query(
                """
                select h.account_id, r.key, r.name, r.built_in
                from role_holder h join role r on r.key = h.role
                where h.account_id = any (?) order by r.built_in desc, r.created_at, lower(r.name)
                """,
                (ResultSet row) -> {
                    roles.computeIfAbsent(
                                    new AccountId(row.getObject(1, UUID.class)),
                                    any -> new ArrayList<>())
                            .add(RoleRecords.name(row));
                },
                (Object) accounts.stream().map(AccountId::value).toArray(UUID[]::new));
        return roles;
    }

    private List<HeldRole> roles(AccountId account) {
        return jdbc.query(
                """
                select r.key, r.name, r.built_in, h.given_by, g.id as group_id,
                    g.name as group_name, i.id as inner_id, i.name as inner_name
                from (
                    select role, given_by, null::uuid as group_id, null::uuid as inner_id
                    from account_role where account_id = ?
                    union
                    select r.role, '', m.group_id, null
                    from group_member m join group_role r on r.group_id = m.group_id
                    where m.account_id = ?
                    union
                    select r.role, '', n.outer_id, m.group_id
                    from group_member m join group_nesting n on n.inner_id = m.group_id
                    join group_role r on r.group_id = n.outer_id where m.account_id = ?) h
                join role r on r.key = h.role
                left join user_group g on g.id = h.group_id
                left join user_group i on i.id = h.inner_id
                order by r.built_in desc, lower(r.name), g.name nulls first
                """,
                (row, number) -> new HeldRole(RoleRecords.name(row), source(row)),
                account.value(),
                account.value(),
                account.value());
    }

    private List<HeldGroup> groups(AccountId account) {
        return jdbc.query(
                """
                select g.id, g.name, h.given_by, i.id as group_id, i.name as group_name,
                    null::uuid as inner_id, null::text as inner_name
                from (
                    select group_id, given_by, null::uuid as inner_id
                    from group_member where account_id = ?
                    union
                    select n.outer_id, '', m.group_id
                    from group_member m join group_nesting n on n.inner_id = m.group_id
                    where m.account_id = ?) h
                join user_group g on g.id = h.group_id
                left join user_group i on i.id = h.inner_id
                order by lower(g.name), i.name nulls first
                """,
                (row, number) ->
                        new HeldGroup(
                                new GroupId(row.getObject("id", UUID.class)),
                                row.getString("name"),
                                source(row)),
                account.value(),
                account.value());
    }

    private static Source source(ResultSet row) throws SQLException {
        Membership through = membership(row, "group", membership(row, "inner", null));
        return through == null ? Source.of(row.getString("given_by")) : new Source.ByGroup(through);
    }

    private static @Nullable Membership membership(
            ResultSet row, String prefix, @Nullable Membership through) throws SQLException {
        @Nullable UUID id = row.getObject(prefix + "_id", UUID.class);
        return id == null
                ? null
                : new Membership(new GroupId(id), row.getString(prefix + "_name"), through);
    }

    private record Found(PersonRow row, boolean local, Instant createdAt) {

        Found with(List<RoleName> roles) {
            var full =
                    new PersonRow(
                            row.id(),
                            row.username(),
                            row.profile(),
                            row.state(),
                            roles,
                            row.groups(),
                            row.lastSignInAt());
            return new Found(full, local, createdAt);
        }
    }
}
