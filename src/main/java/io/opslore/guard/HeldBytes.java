package io.opslore.guard;

import io.opslore.identity.AccountId;

/** Knows what people have stored; implemented by the room that stores it. */
public interface HeldBytes {

    /** The bytes that count for the account at this moment, as the present transaction sees it. */
    long of(AccountId account);
}
