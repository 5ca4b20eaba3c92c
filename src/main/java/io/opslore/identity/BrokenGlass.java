package io.opslore.identity;

/** What became of a wish for a way in. */
public sealed interface BrokenGlass {

    /**
     * @param password to be shown once
     */
    record Broken(String username, String password) implements BrokenGlass {

        /** The password is for one pair of eyes. */
        @Override
        public String toString() {
            return "Broken[" + username + "]";
        }
    }

    /** The name is missing, or is that of somebody who signs in at a provider. */
    record Refused() implements BrokenGlass {}
}
