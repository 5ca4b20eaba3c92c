package io.opslore.identity;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Which roles there are, what they permit, and who holds them, enabled or not. */
@Repository
class HolderRecords {

    private final JdbcTemplate jdbc;

    HolderRecords(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Collection<Role> rolesOf(AccountId account) {
        return roles("select role from role_holder where account_id = ?", account.value());
    }

    Collection<Role> rolesOf(GroupId group) {
        return roles(
                """
                select distinct role from group_role where group_id = ?
                or group_id in (select outer_id from group_nesting where inner_id = ?)
                """,
                group.value(),
                group.value());
    }

    Set<Permission> permissions(Role role) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        jdbc
                .queryForList(
                        "select permission from role_permission where role = ?",
                        String.class,
                        role.key())
                .stream()
                .map(Permission::of)
                .flatMap(Optional::stream)
                .forEach(permissions::add);
        return permissions;
    }

    private List<Role> roles(String sql, Object... values) {
        return jdbc.query(sql, (row, number) -> new Role(row.getString(1)), values);
    }
}
