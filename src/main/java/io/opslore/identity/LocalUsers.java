package io.opslore.identity;

import java.time.Clock;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Local accounts for Spring Security's own password check. */
@Component
class LocalUsers implements UserDetailsService {

    private final AccountRecords accounts;
    private final Clock clock;

    LocalUsers(AccountRecords accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        return accounts.findByUsernameIgnoreCase(username.strip())
                .map(account ->
                        new LocalUser(
                                account.toAsker(),
                                account.passwordHash,
                                account.mustChangePassword,
                                account.isLockedAt(clock.instant())))
                .orElseThrow(() -> new UsernameNotFoundException("No such account"));
    }
}
