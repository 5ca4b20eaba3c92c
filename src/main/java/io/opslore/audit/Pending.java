package io.opslore.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What the current transaction has to tell when it commits; all of it is written at once, last. */
final class Pending implements TransactionSynchronization {

    private final Consumer<List<AuditRecord>> within;
    private final Consumer<List<AuditRecord>> alone;
    private final List<AuditRecord> records = new ArrayList<>();
    private State state = State.COLLECTING;

    private Pending(Consumer<List<AuditRecord>> within, Consumer<List<AuditRecord>> alone) {
        this.within = within;
        this.alone = alone;
    }

    /**
     * The current transaction's; empty where none is under way that could write.
     *
     * @param within writes in the current transaction
     * @param alone writes in one of its own
     */
    static Optional<Pending> current(
            Consumer<List<AuditRecord>> within, Consumer<List<AuditRecord>> alone) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()
                || !TransactionSynchronizationManager.isActualTransactionActive()
                || TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            return Optional.empty();
        }
        return Optional.of(
                TransactionSynchronizationManager.getSynchronizations().stream()
                        .filter(Pending.class::isInstance)
                        .map(Pending.class::cast)
                        .findFirst()
                        .orElseGet(() -> registered(new Pending(within, alone))));
    }

    private static Pending registered(Pending pending) {
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    void add(AuditRecord record) {
        switch (state) {
            case COLLECTING -> records.add(record);
            case WRITTEN -> within.accept(List.of(record));
            case ENDED -> alone.accept(List.of(record));
        }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        within.accept(List.copyOf(records));
        records.clear();
        state = State.WRITTEN;
    }

    @Override
    public void beforeCompletion() {
        state = state == State.WRITTEN ? State.ENDED : state;
    }

    /** What was told so late that the transaction had begun to commit without asking for it. */
    @Override
    public void afterCompletion(int status) {
        if (status == STATUS_COMMITTED && !records.isEmpty()) {
            alone.accept(List.copyOf(records));
        }
    }

    private enum State {
        COLLECTING,
        WRITTEN,
        ENDED
    }
}
