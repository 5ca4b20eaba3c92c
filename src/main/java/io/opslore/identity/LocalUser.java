package io.opslore.identity;

import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * Somebody with a local account. Until a one-time password is changed, its only authority is {@link
 * SignedIn#MUST_CHANGE_PASSWORD}, so that nothing else opens.
 */
record LocalUser(
        Asker asker,
        String passwordHash,
        boolean mustChangePassword,
        boolean locked,
        boolean disabled)
        implements UserDetails, AskerPrincipal {

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        String role = mustChangePassword ? SignedIn.MUST_CHANGE_PASSWORD : SignedIn.USER;
        return List.of(new SimpleGrantedAuthority("ROLE_" + role));
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return asker.username();
    }

    @Override
    public boolean isAccountNonLocked() {
        return !locked;
    }

    @Override
    public boolean isEnabled() {
        return !disabled;
    }

    @Override
    public String toString() {
        return "LocalUser[" + asker.username() + "]";
    }
}
