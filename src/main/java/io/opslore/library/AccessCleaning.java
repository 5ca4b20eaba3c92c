package io.opslore.library;

import io.opslore.identity.Grantee;
import io.opslore.identity.GroupDeleted;
import io.opslore.identity.Role;
import io.opslore.identity.RoleDeleted;
import io.opslore.identity.RoleUse;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Drops what was granted to groups and roles that are no more, in the transaction that ends them. A
 * document that was narrowed to them alone stays narrowed.
 */
@Component
class AccessCleaning implements RoleUse {

    private final JdbcTemplate jdbc;

    AccessCleaning(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(GroupDeleted event) {
        forget(new Grantee.Members(event.group()));
    }

    @EventListener
    void on(RoleDeleted event) {
        forget(new Grantee.Holders(event.role()));
    }

    /** The grants of spaces that name the role, on either side. */
    @Override
    public int of(Role role) {
        Integer count =
                jdbc.queryForObject(
                        """
                        select count(*) from space_access
                        where role = ? or grantee_kind = 'ROLE' and grantee = ?
                        """,
                        Integer.class,
                        role.key(),
                        role.key());
        return count == null ? 0 : count;
    }

    private void forget(Grantee grantee) {
        jdbc.update(
                "delete from space_access where grantee_kind = ? and grantee = ?",
                grantee.kind(),
                grantee.key());
        jdbc.update(
                "delete from document_narrowing where grantee_kind = ? and grantee = ?",
                grantee.kind(),
                grantee.key());
    }
}
