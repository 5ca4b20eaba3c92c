package io.opslore.identity;

import io.opslore.audit.AuditRecord;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The passwords of local accounts, for their owners. Thread-safe. */
@Service
@Transactional
public class Passwords {

    private final AccountRecords accounts;
    private final PasswordProof proof;
    private final NewPasswords newPasswords;
    private final Sessions sessions;
    private final ApplicationEventPublisher events;

    Passwords(
            AccountRecords accounts,
            PasswordProof proof,
            NewPasswords newPasswords,
            Sessions sessions,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.proof = proof;
        this.newPasswords = newPasswords;
        this.sessions = sessions;
        this.events = events;
    }

    /**
     * For the account's owner. The old password must be right and the new one another, and no easy
     * one. Whoever else is signed in to the account no longer is afterwards.
     *
     * @param here the sign-in that goes on; null if none is to
     */
    public PasswordChange change(
            String oldPassword, String newPassword, @Nullable SessionId here, Asker asker) {
        AccountEntity account = accounts.lock(asker.username()).orElseThrow();
        PasswordChange outcome = proven(account, oldPassword, newPassword);
        if (outcome == PasswordChange.CHANGED) {
            newPasswords.set(account, newPassword);
            sessions.endOthers(here, SessionEnd.PASSWORD_CHANGED, asker);
            events.publishEvent(
                    new Happened(
                            AuditRecord.done(
                                    "password.change",
                                    asker.actor(),
                                    SessionBook.subject(asker),
                                    Map.of())));
        }
        return outcome;
    }

    private PasswordChange proven(AccountEntity account, String oldPassword, String newPassword) {
        return switch (proof.of(account, oldPassword)) {
            case WRONG -> PasswordChange.WRONG_OLD_PASSWORD;
            case WAIT -> PasswordChange.WAIT;
            case RIGHT -> {
                Optional<PasswordChange> complaint =
                        newPassword.equals(oldPassword)
                                ? Optional.of(PasswordChange.TOO_EASY)
                                : newPasswords.complaint(newPassword, account.username);
                yield complaint.orElse(PasswordChange.CHANGED);
            }
        };
    }
}
