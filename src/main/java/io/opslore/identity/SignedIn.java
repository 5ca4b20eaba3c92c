package io.opslore.identity;

import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.stereotype.Service;

/**
 * Who makes the current request; for views and controllers, on the request's own thread.
 * Thread-safe.
 */
@Service
public class SignedIn {

    /**
     * The role of everyone who is signed in and may go on; views name it in {@code @RolesAllowed}.
     */
    public static final String USER = "USER";

    /** The only role of somebody who signed in with a one-time password. */
    public static final String MUST_CHANGE_PASSWORD = "MUST_CHANGE_PASSWORD";

    /** The only role of somebody who gave the right password and still has to give a code. */
    public static final String NEEDS_CODE = "NEEDS_CODE";

    private final UserDetailsService localUsers;
    private final Authority authority;

    SignedIn(UserDetailsService localUsers, Authority authority) {
        this.localUsers = localUsers;
        this.authority = authority;
    }

    /** The person; throws {@link IllegalStateException} where nobody is signed in. */
    public Asker asker() {
        return find().orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
    }

    /** The person, if anybody is signed in. */
    public Optional<Asker> find() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(AskerPrincipal.class::isInstance)
                .map(principal -> ((AskerPrincipal) principal).asker());
    }

    /** The provider at which the person signed in; empty for a local account, and for nobody. */
    public Optional<ProviderId> provider() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(ProvidedUser.class::isInstance)
                .map(principal -> ((ProvidedUser) principal).provider());
    }

    /** Whether somebody is signed in who may do this everywhere, at this moment. */
    public boolean may(Permission permission) {
        return find().filter(asker -> authority.may(permission, asker)).isPresent();
    }

    /** Whether the person signed in with a one-time password and has not changed it yet. */
    public boolean mustChangePassword() {
        return has(MUST_CHANGE_PASSWORD);
    }

    /** Whether the person still has to give a code. */
    public boolean needsCode() {
        return has(NEEDS_CODE);
    }

    /** Gives the session of somebody with a local account the rights that the account has now. */
    public void renew() {
        boolean waits = needsCode();
        LocalUser user = (LocalUser) localUsers.loadUserByUsername(asker().username());
        become(waits ? user : user.withCodeShown());
    }

    /** For the view that asked {@link SecondStep#enter} and was told that the code is right. */
    public void codeWasRight() {
        become(((LocalUser) localUsers.loadUserByUsername(asker().username())).withCodeShown());
    }

    private static void become(UserDetails user) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(
                                user, null, user.getAuthorities()));
    }

    private static boolean has(String role) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.getAuthorities().stream()
                        .anyMatch(it -> ("ROLE_" + role).equals(it.getAuthority()));
    }
}
