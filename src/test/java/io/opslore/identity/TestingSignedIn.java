package io.opslore.identity;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Somebody who is signed in, without a portal to sign in at. */
public final class TestingSignedIn {

    private TestingSignedIn() {}

    /** On this thread, until {@link SecurityContextHolder#clearContext}. */
    public static SignedIn as(Asker asker) {
        AskerPrincipal principal = () -> asker;
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(principal, null, SignedIn.USER));
        return new SignedIn(
                name -> {
                    throw new IllegalStateException("There are no accounts here");
                },
                new TestingAuthority(new JdbcTemplate()));
    }
}
