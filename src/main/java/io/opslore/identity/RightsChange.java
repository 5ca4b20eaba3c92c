package io.opslore.identity;

import io.opslore.audit.AuditRecord;
import io.opslore.audit.Subject;
import io.opslore.identity.ChangeRefused.Reason;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Through which everything passes that changes who may do what: one change at a time in all portals
 * on this database, none of which takes the last admin away, all of them on the record.
 * Thread-safe.
 */
@Component
class RightsChange {

    /** Any number that nothing else in this database locks. */
    private static final long LOCK = 0x6f70736c6f7265L;

    private final TransactionOperations transactions;
    private final Authority authority;
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;

    RightsChange(
            TransactionOperations transactions,
            Authority authority,
            JdbcTemplate jdbc,
            ApplicationEventPublisher events) {
        this.transactions = transactions;
        this.authority = authority;
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * Makes the change in a transaction of its own.
     *
     * @param change hands back what the record says; nothing where nothing had to be changed
     * @return whether something was changed
     * @throws ChangeRefused by the change, or if it leaves no admin who can sign in
     */
    boolean make(Wish wish, Supplier<Map<String, ?>> change) {
        try {
            return Boolean.TRUE.equals(transactions.execute(begun -> alone(wish, change)));
        } catch (ChangeRefused refused) {
            // Outside of the transaction, with which it would be gone.
            if (refused.reason().isForWantOfRights()) {
                record(
                        AuditRecord.refused(
                                wish.action(),
                                wish.asker().actor(),
                                wish.subject(),
                                Map.of("reason", String.valueOf(refused.getMessage()))));
            }
            throw refused;
        }
    }

    /**
     * Within the caller's transaction, for a change that nobody wishes and nobody can be refused:
     * what a provider says of somebody.
     *
     * @param instead runs where the change took the last admin away
     */
    void keepingAnAdmin(Runnable change, Runnable instead) {
        jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
        boolean hadAdmin = hasAdmin();
        change.run();
        if (hadAdmin && !hasAdmin()) {
            instead.run();
        }
    }

    private boolean alone(Wish wish, Supplier<Map<String, ?>> change) {
        jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
        // Once more: whoever waited for the lock may have lost the right while waiting.
        authority.require(wish.needed(), wish.asker());
        boolean hadAdmin = hasAdmin();
        Map<String, ?> details = change.get();
        if (hadAdmin && !hasAdmin()) {
            throw new ChangeRefused(Reason.LAST_ADMIN);
        }
        if (!details.isEmpty()) {
            record(AuditRecord.done(wish.action(), wish.asker().actor(), wish.subject(), details));
        }
        return !details.isEmpty();
    }

    /** Somebody with a password here, or who has been here from elsewhere. */
    private boolean hasAdmin() {
        return !jdbc.queryForList(
                        """
                        select 1 from account a join role_holder h on h.account_id = a.id
                        where h.role = ? and a.disabled_at is null
                        and (a.password_hash is not null or a.last_sign_in_at is not null)
                        limit 1
                        """,
                        Integer.class,
                        Role.ADMIN.key())
                .isEmpty();
    }

    private void record(AuditRecord line) {
        events.publishEvent(new PeopleAudit(line));
    }

    /**
     * What somebody wants to change.
     *
     * @param needed without which they may not
     */
    record Wish(String action, Permission needed, Subject subject, Asker asker) {}
}
