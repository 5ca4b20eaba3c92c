package io.opslore.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** Reads rights from the tables every time: a handful of rows by key, a millisecond. */
@Service
class JdbcAuthority implements Authority {

    private final JdbcTemplate jdbc;

    JdbcAuthority(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Rights of(AccountId account) {
        if (!isEnabled(account)) {
            return Rights.none(account);
        }
        List<Membership> memberships = memberships(account);
        return new Rights(
                account, memberships, holdings(account, memberships), permitted(), Reach.SESSION);
    }

    private boolean isEnabled(AccountId account) {
        return !jdbc.queryForList(
                        "select 1 from account where id = ? and disabled_at is null",
                        Integer.class,
                        account.value())
                .isEmpty();
    }

    /** Groups are nested once: who is in the inner one is in the outer one too. */
    private List<Membership> memberships(AccountId account) {
        return jdbc.query(
                """
                select g.id, g.name, null::uuid as inner_id, null::text as inner_name
                from group_member m join user_group g on g.id = m.group_id
                where m.account_id = ?
                union
                select o.id, o.name, g.id, g.name
                from group_member m join user_group g on g.id = m.group_id
                join group_nesting n on n.inner_id = g.id
                join user_group o on o.id = n.outer_id
                where m.account_id = ?
                order by 2, 4 nulls first
                """,
                (row, number) -> membership(row),
                account.value(),
                account.value());
    }

    private static Membership membership(ResultSet row) throws SQLException {
        @Nullable UUID inner = row.getObject("inner_id", UUID.class);
        return new Membership(
                new GroupId(row.getObject("id", UUID.class)),
                row.getString("name"),
                inner == null
                        ? null
                        : new Membership(new GroupId(inner), row.getString("inner_name"), null));
    }

    private List<Holding> holdings(AccountId account, List<Membership> memberships) {
        List<Holding> holdings = new ArrayList<>();
        jdbc.queryForList(
                        "select distinct role from account_role where account_id = ? order by role",
                        String.class,
                        account.value())
                .forEach(role -> holdings.add(new Holding(new Role(role), null)));
        Map<GroupId, List<Role>> roles = roles(memberships);
        memberships.forEach(membership ->
                roles.getOrDefault(membership.group(), List.of())
                        .forEach(role -> holdings.add(new Holding(role, membership))));
        return holdings;
    }

    private Map<GroupId, List<Role>> roles(List<Membership> memberships) {
        if (memberships.isEmpty()) {
            return Map.of();
        }
        Map<GroupId, List<Role>> roles = new HashMap<>();
        jdbc.query(
                "select group_id, role from group_role where group_id = any (?) order by role",
                (ResultSet row) -> {
                    roles.computeIfAbsent(
                                    new GroupId(row.getObject(1, UUID.class)),
                                    any -> new ArrayList<>())
                            .add(new Role(row.getString(2)));
                },
                (Object)
                        memberships.stream()
                                .map(membership -> membership.group().value())
                                .toArray(UUID[]::new));
        return roles;
    }

    private Map<Role, Set<Permission>> permitted() {
        Map<Role, Set<Permission>> permitted = new HashMap<>();
        jdbc.query(
                "select role, permission from role_permission",
                (ResultSet row) -> {
                    var role = new Role(row.getString(1));
                    Permission.of(row.getString(2))
                            .ifPresent(permission -> permissions(permitted, role).add(permission));
                });
        return permitted;
    }

    private static Set<Permission> permissions(Map<Role, Set<Permission>> permitted, Role role) {
        return permitted.computeIfAbsent(role, any -> EnumSet.noneOf(Permission.class));
    }
}
