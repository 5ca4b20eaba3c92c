package io.opslore.library;

import io.opslore.identity.Grantee;
import io.opslore.identity.GroupDeleted;
import io.opslore.identity.Role;
import io.opslore.identity.RoleDeleted;
import io.opslore.identity.RoleUse;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Says where roles are granted, and voids what was granted to those who are no more. A document
 * that was narrowed to them stays narrowed, and opens for nobody by that.
 */
@Component
class AccessForgetting implements RoleUse {

    private final AccessRecords records;

    AccessForgetting(AccessRecords records) {
        this.records = records;
    }

    @Override
    public int of(Role role) {
        return records.uses(role);
    }

    @EventListener
    void on(GroupDeleted event) {
        records.forget(new Grantee.Members(event.group()));
    }

    @EventListener
    void on(RoleDeleted event) {
        records.forget(event.role());
    }
}
