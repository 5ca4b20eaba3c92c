package io.opslore.identity;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down guessing: from the fifth wrong password or code on, an account is locked for a time
 * that doubles with each further one, up to five minutes. An address that guesses at many accounts
 * is slowed down as well. Kept in the database, so that a restart or a second portal does not help
 * the guesser.
 *
 * <p>A stranger who locks somebody out on purpose does not reach them at their usual address: where
 * the person was signed in lately, the account's lock counts only together with the address's.
 */
@Component
class SignInThrottle {

    static final int FREE_ATTEMPTS = 4;
    static final Duration FIRST_LOCK = Duration.ofSeconds(5);
    static final Duration LONGEST_LOCK = Duration.ofMinutes(5);

    private final AccountRecords accounts;
    private final SignInAddresses addresses;
    private final Clock clock;

    SignInThrottle(AccountRecords accounts, SignInAddresses addresses, Clock clock) {
        this.accounts = accounts;
        this.addresses = addresses;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    public void on(AuthenticationFailureBadCredentialsEvent event) {
        String address = SignInAddresses.of(event.getAuthentication());
        if (!addresses.isLocked(address)) {
            addresses.failed(address);
            accounts.lock(name(event.getAuthentication())).ifPresent(this::failed);
        }
    }

    /** The right password is not yet the whole of it where a code is still to come. */
    @EventListener
    @Transactional
    public void on(AuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof AskerPrincipal principal
                && principal.isFullySignedIn()) {
            accounts.lock(principal.asker().username()).ifPresent(SignInThrottle::forgive);
        }
    }

    /** Whether even the right password is refused for now. */
    boolean refuses(LocalUser user, String address) {
        boolean strange = addresses.isLocked(address);
        return addresses.isUsual(user.asker().id(), address)
                ? user.locked() && strange
                : user.locked() || strange;
    }

    /** One more wrong password or code; while the account is locked, none counts. */
    void failed(AccountEntity account) {
        if (account.isLockedAt(clock.instant())) {
            return;
        }
        account.failedAttempts++;
        int beyond = account.failedAttempts - FREE_ATTEMPTS;
        if (beyond > 0) {
            Duration lock = FIRST_LOCK.multipliedBy(1L << Math.min(beyond - 1, 10));
            account.lockedUntil =
                    clock.instant().plus(lock.compareTo(LONGEST_LOCK) < 0 ? lock : LONGEST_LOCK);
        }
    }

    static void forgive(AccountEntity account) {
        account.failedAttempts = 0;
        account.lockedUntil = null;
    }

    private static String name(Authentication authentication) {
        return authentication.getName().strip();
    }
}
