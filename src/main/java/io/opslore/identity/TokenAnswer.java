package io.opslore.identity;

/** What became of the wish for a token. */
public sealed interface TokenAnswer {

    /**
     * There it is.
     *
     * @param secret the whole token, which nobody can be shown again
     */
    record Made(AccessToken token, String secret) implements TokenAnswer {

        /** Without the secret: this may get into a log. */
        @Override
        public String toString() {
            return "Made[" + token.id() + "]";
        }
    }

    /** It must be called something, and not at too great length. */
    record BadName() implements TokenAnswer {}

    /** Nothing could be done with it. */
    record NoPermission() implements TokenAnswer {}

    /** Its last day has passed, or is too far away. */
    record BadDay() implements TokenAnswer {}
}
