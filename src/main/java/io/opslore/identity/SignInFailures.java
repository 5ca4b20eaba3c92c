package io.opslore.identity;

import io.opslore.audit.Actor;
import io.opslore.audit.AuditRecord;
import io.opslore.audit.AuditRecord.Outcome;
import io.opslore.audit.Subject;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AccountStatusException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** Puts sign-ins that did not succeed on the record, whichever way they were tried. */
@Component
class SignInFailures {

    /** Not as typed: the wrong field may have been filled with a password. */
    private static final String UNKNOWN = "(unknown)";

    private final AccountRecords accounts;
    private final ApplicationEventPublisher events;

    SignInFailures(AccountRecords accounts, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.events = events;
    }

    @EventListener
    public void on(AbstractAuthenticationFailureEvent event) {
        Authentication attempt = event.getAuthentication();
        Subject subject =
                accounts.findByUsernameIgnoreCase(attempt.getName().strip())
                        .map(account -> SessionBook.subject(account.toAsker()))
                        .orElseGet(() -> new Subject("account", "", UNKNOWN));
        events.publishEvent(new Happened(record(event.getException(), attempt, subject)));
    }

    private static AuditRecord record(
            AuthenticationException why, Authentication attempt, Subject subject) {
        boolean refused = why instanceof AccountStatusException;
        return new AuditRecord(
                refused ? "sign-in.refuse" : "sign-in.fail",
                Actor.stranger(subject.name()),
                refused ? Outcome.REFUSED : Outcome.FAILED,
                subject,
                Map.of("address", SignInAddresses.of(attempt), "why", word(why)));
    }

    private static String word(AuthenticationException why) {
        if (why instanceof DisabledException) {
            return "disabled";
        }
        return why instanceof AccountStatusException ? "locked" : "wrong";
    }
}
