package io.opslore.identity;

/**
 * What people call somebody, beside the username.
 *
 * @param displayName empty where none was given
 * @param email empty where none was given
 */
public record Profile(String displayName, String email) {

    /** Of somebody of whom only the username is known. */
    public static final Profile NONE = new Profile("", "");
}
