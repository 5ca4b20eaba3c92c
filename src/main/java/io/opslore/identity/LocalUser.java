package io.opslore.identity;

import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * Somebody with a local account. Until the code of a second step is shown, its only authority is
 * {@link SignedIn#NEEDS_CODE}, and until a one-time password is changed {@link
 * SignedIn#MUST_CHANGE_PASSWORD}, so that nothing else opens.
 */
record LocalUser(
        Asker asker,
        String passwordHash,
        boolean mustChangePassword,
        boolean needsCode,
        boolean locked,
        boolean disabled)
        implements UserDetails, AskerPrincipal {

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + role()));
    }

    private String role() {
        if (needsCode) {
            return SignedIn.NEEDS_CODE;
        }
        return mustChangePassword ? SignedIn.MUST_CHANGE_PASSWORD : SignedIn.USER;
    }

    @Override
    public boolean isFullySignedIn() {
        return !needsCode;
    }

    /** Who has shown the code, or is not asked for one any more. */
    LocalUser withCodeShown() {
        return new LocalUser(asker, passwordHash, mustChangePassword, false, locked, disabled);
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
