package io.opslore.identity;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down guessing: from the fifth wrong password on, an account is locked for a time that
 * doubles with each further one, up to five minutes. Kept in the database, so that a restart or a
 * second portal does not help the guesser.
 */
@Component
class SignInThrottle {

    static final int FREE_ATTEMPTS = 4;
    static final Duration FIRST_LOCK = Duration.ofSeconds(5);
    static final Duration LONGEST_LOCK = Duration.ofMinutes(5);

    private final AccountRecords accounts;
    private final Clock clock;

    SignInThrottle(AccountRecords accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    public void on(AuthenticationFailureBadCredentialsEvent event) {
        accounts.lock(event.getAuthentication().getName().strip()).ifPresent(this::countFailure);
    }

    @EventListener
    @Transactional
    public void on(AuthenticationSuccessEvent event) {
        accounts.lock(event.getAuthentication().getName().strip())
                .ifPresent(SignInThrottle::forgive);
    }

    private void countFailure(AccountEntity account) {
        account.failedAttempts++;
        int beyond = account.failedAttempts - FREE_ATTEMPTS;
        if (beyond > 0) {
            Duration lock = FIRST_LOCK.multipliedBy(1L << Math.min(beyond - 1, 10));
            account.lockedUntil =
                    clock.instant().plus(lock.compareTo(LONGEST_LOCK) < 0 ? lock : LONGEST_LOCK);
        }
    }

    private static void forgive(AccountEntity account) {
        account.failedAttempts = 0;
        account.lockedUntil = null;
    }
}
