package io.opslore.identity;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Auditable;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Remembers what was recorded, as the audit log would, and which groups and roles are no more. */
class TestingRecord {

    private final List<AuditRecord> lines = new CopyOnWriteArrayList<>();
    private final List<Object> deleted = new CopyOnWriteArrayList<>();

    /** What stands on the record: nothing of a transaction that was rolled back. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(Auditable event) {
        lines.add(event.audited());
    }

    @EventListener
    void on(GroupDeleted event) {
        deleted.add(event.group());
    }

    @EventListener
    void on(RoleDeleted event) {
        deleted.add(event.role());
    }

    List<AuditRecord> lines() {
        return List.copyOf(lines);
    }

    List<Object> deleted() {
        return List.copyOf(deleted);
    }

    void forget() {
        lines.clear();
        deleted.clear();
    }
}
