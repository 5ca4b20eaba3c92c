package io.opslore.identity;

/**
 * Who may do what, as it stands this moment: nothing is remembered from sign-in, so that what is
 * taken away is gone with the next question. Thread-safe.
 */
public interface Authority {

    /** All rights of the account; none where it is disabled or absent. */
    Rights of(AccountId account);

    /** The asker's rights, as far as what they came in with goes. */
    default Rights of(Asker asker) {
        Rights all = of(asker.id());
        return all.isNobody() ? all : all.within(asker.reach());
    }

    /** Whether the asker may do this everywhere. */
    default boolean may(Permission permission, Asker asker) {
        return of(asker).everywhere().contains(permission);
    }

    /** Throws {@link NotAllowed} unless the asker may do this everywhere. */
    default void require(Permission permission, Asker asker) {
        if (!may(permission, asker)) {
            throw new NotAllowed(permission);
        }
    }
}
