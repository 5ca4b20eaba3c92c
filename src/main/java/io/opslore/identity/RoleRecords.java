package io.opslore.identity;

import io.opslore.audit.Subject;
import io.opslore.identity.ChangeRefused.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads and writes roles. There are few: all are read at once. */
@Repository
class RoleRecords {

    private final JdbcTemplate jdbc;
    private final HolderRecords holders;

    RoleRecords(JdbcTemplate jdbc, HolderRecords holders) {
        this.jdbc = jdbc;
        this.holders = holders;
    }

    /** Of a row with {@code key}, {@code name} and {@code built_in}. */
    static RoleName name(ResultSet row) throws SQLException {
        return new RoleName(
                new Role(row.getString("key")), row.getString("name"), row.getBoolean("built_in"));
    }

    /** Built-in ones first, then by age. */
    List<RoleInfo> all() {
        return jdbc.query(
                """
                select r.key, r.name, r.built_in, r.description,
                    (select count(*) from role_holder h where h.role = r.key) as people,
                    (select count(*) from group_role g where g.role = r.key) as groups
                from role r order by r.built_in desc,
                    array_position(array['reader', 'contributor', 'curator', 'auditor', 'admin'], r.key),
                    r.created_at, r.key
                """,
                (row, number) -> info(row));
    }

    /** Throws {@link ChangeRefused} where there is no such role. */
    RoleInfo info(Role role) {
        return all().stream()
                .filter(it -> it.role().equals(role))
                .findFirst()
                .orElseThrow(() -> new ChangeRefused(Reason.GONE));
    }

    /** How the record names it. Throws {@link ChangeRefused} where there is no such role. */
    Subject subject(Role role) {
        return new Subject("role", role.key(), info(role).called().name());
    }

    /** False where another has just taken the key. */
    boolean insert(Role role, RoleText text) {
        return jdbc.update(
                        """
                        insert into role (key, name, description, built_in)
                        values (?, ?, ?, false) on conflict do nothing
                        """,
                        role.key(),
                        text.name(),
                        text.description())
                > 0;
    }

    void describe(Role role, RoleText text) {
        jdbc.update(
                "update role set name = ?, description = ? where key = ?",
                text.name(),
                text.description(),
                role.key());
    }

    List<String> permissions(Role role) {
        return jdbc.query(
                "select permission from role_permission where role = ? order by 1",
                (row, number) -> row.getString(1),
                role.key());
    }

    /** Leaves alone what an older or newer portal knows. */
    void permit(Role role, Set<Permission> permissions) {
        jdbc.update(
                "delete from role_permission where role = ? and permission = any (?)",
                role.key(),
                keys(Set.of(Permission.values())));
        jdbc.update(
                "insert into role_permission (role, permission) select ?, unnest(?::text[])",
                role.key(),
                keys(permissions));
    }

    void delete(Role role) {
        jdbc.update("delete from role where key = ?", role.key());
    }

    private RoleInfo info(ResultSet row) throws SQLException {
        RoleName called = name(row);
        Set<Permission> permissions = holders.permissions(called.role());
        return new RoleInfo(
                called,
                row.getString("description"),
                permissions,
                row.getInt("people"),
                row.getInt("groups"),
                called.builtIn() && permissions.equals(StandardRoles.of(called.role())));
    }

    private static String[] keys(Set<Permission> permissions) {
        return permissions.stream().map(Permission::key).toArray(String[]::new);
    }
}
