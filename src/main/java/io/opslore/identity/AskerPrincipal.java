package io.opslore.identity;

/**
 * A Spring Security principal that knows its {@link Asker}: every way of signing in makes one, so
 * that the rest of the portal does not know which way it was.
 */
public interface AskerPrincipal {

    /** The person, with the reach of what they came in with. */
    Asker asker();

    /** Where they proved it. */
    default SignInMethod method() {
        return SignInMethod.LOCAL;
    }

    /** Whether no further step of signing in is to come. */
    default boolean isFullySignedIn() {
        return true;
    }
}
