package io.opslore.identity;

/** What became of a wish to change a password. */
public enum PasswordChange {
    CHANGED,
    WRONG_OLD_PASSWORD,
    /** Too many wrong ones were tried; later even the right one counts. */
    WAIT,
    TOO_SHORT,
    TOO_LONG,
    /** The same as before, or the username. */
    TOO_EASY,
    /** One of the passwords that are tried first everywhere, or made of them. */
    TOO_COMMON
}
