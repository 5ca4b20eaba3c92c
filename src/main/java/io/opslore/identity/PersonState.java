package io.opslore.identity;

/** Whether somebody can sign in. Where several hold, the first of them counts. */
public enum PersonState {
    /** An admin has closed the account. */
    DISABLED,
    /** Too many wrong passwords: closed for a short time. */
    LOCKED,
    /** Has a one-time password that was not changed yet. */
    MUST_CHANGE_PASSWORD,
    ACTIVE
}
