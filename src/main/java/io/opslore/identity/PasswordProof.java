package io.opslore.identity;

import java.time.Clock;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Asks somebody who is signed in for their password once more. Wrong ones count like those at
 * sign-in, so that an open browser is no place to guess. Thread-safe.
 */
@Component
class PasswordProof {

    private final PasswordEncoder encoder;
    private final SignInThrottle throttle;
    private final Clock clock;

    PasswordProof(PasswordEncoder encoder, SignInThrottle throttle, Clock clock) {
        this.encoder = encoder;
        this.throttle = throttle;
        this.clock = clock;
    }

    /** Within a transaction that holds the account's row. */
    Proof of(AccountEntity account, String password) {
        if (account.isLockedAt(clock.instant())) {
            return Proof.WAIT;
        }
        if (account.passwordHash == null || !encoder.matches(password, account.passwordHash)) {
            throttle.failed(account);
            return Proof.WRONG;
        }
        return Proof.RIGHT;
    }

    /** As a wrong password: a wrong code. */
    void wrong(AccountEntity account) {
        throttle.failed(account);
    }

    /** How it ended. */
    enum Proof {
        RIGHT,
        WRONG,
        WAIT
    }
}
