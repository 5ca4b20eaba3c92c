package io.opslore.audit;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts every {@link Auditable} on the record. What was done is written by the transaction that did
 * it, just before its commit: neither is there without the other, and what cannot be recorded does
 * not happen. What was refused or failed is written at once in a transaction of its own, because
 * the surrounding one, if any, rolls back; so is what happens outside of one or in one that only
 * reads.
 */
@Component
class Recorder {

    private final Chain chain;
    private final ObjectProvider<EntityManager> entities;
    private final TransactionTemplate alone;

    Recorder(
            Chain chain,
            ObjectProvider<EntityManager> entities,
            PlatformTransactionManager transactions) {
        this.chain = chain;
        this.entities = entities;
        this.alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @EventListener
    void record(Auditable event) {
        AuditRecord record = event.audited();
        Optional<Pending> pending =
                record.outcome() == AuditRecord.Outcome.DONE
                        ? Pending.current(this::within, this::alone)
                        : Optional.empty();
        pending.ifPresentOrElse(current -> current.add(record), () -> alone(List.of(record)));
    }

    /** Entities first: no row may be waited for while the chain's head is held. */
    private void within(List<AuditRecord> records) {
        entities.ifAvailable(EntityManager::flush);
        chain.append(records);
    }

    private void alone(List<AuditRecord> records) {
        alone.executeWithoutResult(status -> chain.append(records));
    }
}
