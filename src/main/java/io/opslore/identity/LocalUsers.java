package io.opslore.identity;

import java.time.Clock;
import java.util.Optional;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Local accounts for Spring Security's own password check. */
@Component
class LocalUsers implements UserDetailsService {

    private final AccountRecords accounts;
    private final SecondStepRecords secondSteps;
    private final LocalSignIn localSignIn;
    private final Clock clock;

    LocalUsers(
            AccountRecords accounts,
            SecondStepRecords secondSteps,
            LocalSignIn localSignIn,
            Clock clock) {
        this.accounts = accounts;
        this.secondSteps = secondSteps;
        this.localSignIn = localSignIn;
        this.clock = clock;
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        return accounts.findByUsernameIgnoreCase(username.strip())
                .flatMap(this::user)
                .orElseThrow(() -> new UsernameNotFoundException("No such account"));
    }

    private Optional<UserDetails> user(AccountEntity account) {
        return Optional.ofNullable(account.passwordHash)
                .map(hash ->
                        new LocalUser(
                                account.toAsker(),
                                hash,
                                account.mustChangePassword,
                                secondSteps.isOn(new AccountId(account.id)),
                                account.isLockedAt(clock.instant()),
                                account.isDisabled() || !localSignIn.isOn()));
    }
}
