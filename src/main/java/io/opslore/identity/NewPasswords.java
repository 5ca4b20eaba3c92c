package io.opslore.identity;

import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Passwords that people choose for themselves. Thread-safe. */
@Component
class NewPasswords {

    private final PasswordRules rules;
    private final PasswordEncoder encoder;

    NewPasswords(PasswordRules rules, PasswordEncoder encoder) {
        this.rules = rules;
        this.encoder = encoder;
    }

    /** What is wrong with the password; empty for nothing. */
    Optional<PasswordChange> complaint(String password, String username) {
        return rules.complaint(password, username);
    }

    void set(AccountEntity account, String password) {
        account.passwordHash = encoder.encode(password);
        account.mustChangePassword = false;
    }
}
