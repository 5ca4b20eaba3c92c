package io.opslore.testing;

import io.opslore.identity.Accounts;
import io.opslore.identity.Asker;
import io.opslore.identity.Role;
import java.util.Set;
import java.util.UUID;

/** Makes real accounts with names of their own, so that tests sharing a database do not meet. */
public final class TestingAskers {

    private TestingAskers() {}

    /** An account with the given roles. */
    public static Asker with(Accounts accounts, Role... roles) {
        return accounts.create("tester-" + UUID.randomUUID(), "one-time-password", Set.of(roles));
    }
}
