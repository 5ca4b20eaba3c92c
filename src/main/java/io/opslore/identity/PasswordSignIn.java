package io.opslore.identity;

import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Signs in with a local password. The password is checked first, whatever else stands against the
 * account, so that neither the answer nor its time tells a stranger which accounts there are.
 */
@Component
class PasswordSignIn extends DaoAuthenticationProvider {

    private final SignInThrottle throttle;

    PasswordSignIn(UserDetailsService users, PasswordEncoder passwords, SignInThrottle throttle) {
        super(users);
        this.throttle = throttle;
        setPasswordEncoder(passwords);
        setPreAuthenticationChecks(user -> {});
    }

    @Override
    protected void additionalAuthenticationChecks(
            UserDetails user, UsernamePasswordAuthenticationToken attempt) {
        super.additionalAuthenticationChecks(user, attempt);
        if (!user.isEnabled()) {
            throw new DisabledException("Disabled");
        }
        if (user instanceof LocalUser local
                && throttle.refuses(local, SignInAddresses.of(attempt))) {
            throw new LockedException("Locked");
        }
    }
}
