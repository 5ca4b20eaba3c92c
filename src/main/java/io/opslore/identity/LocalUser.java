package io.opslore.identity;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * Somebody with a local account. Until a one-time password is changed, its only authority is {@link
 * SignedIn#MUST_CHANGE_PASSWORD}, so that nothing else opens.
 */
record LocalUser(Asker asker, String passwordHash, boolean mustChangePassword, boolean locked)
        implements UserDetails, AskerPrincipal {

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        if (mustChangePassword) {
            return List.of(new SimpleGrantedAuthority("ROLE_" + SignedIn.MUST_CHANGE_PASSWORD));
        }
        return Stream.concat(Stream.of(SignedIn.USER), asker.roles().stream().map(Role::name))
                .map(name -> new SimpleGrantedAuthority("ROLE_" + name))
                .toList();
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
    public String toString() {
        return "LocalUser[" + asker.username() + "]";
    }
}
