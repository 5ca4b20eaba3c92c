package io.opslore.guard;

import io.opslore.identity.AccountId;
import io.opslore.identity.Role;

/** For whom a limit's value is set. */
public sealed interface LimitHolder {

    /** Whoever has nothing better. */
    record Everyone() implements LimitHolder {}

    /** Those who hold the role, directly or by a group. */
    record Holders(Role role) implements LimitHolder {}

    /** One person; goes before all others. */
    record Person(AccountId account) implements LimitHolder {}
}
