package io.opslore.identity;

/** Why somebody is no longer signed in where they were. */
public enum SessionEnd {
    /** They signed out. */
    SIGNED_OUT,
    /** They signed in again in the same browser. */
    REPLACED,
    /** They ended it from elsewhere. */
    OWNER,
    /** They changed their password elsewhere. */
    PASSWORD_CHANGED,
    /** Somebody who manages accounts ended it. */
    ADMIN,
    /** The provider where they signed in ended it. */
    PROVIDER,
    /** The account was disabled. */
    DISABLED,
    /** It was unused, or there, for too long, or the portal that held it was stopped. */
    EXPIRED
}
