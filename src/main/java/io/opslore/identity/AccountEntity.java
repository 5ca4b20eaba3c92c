package io.opslore.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

@Entity
// What two people change at the same moment in different columns both stands.
@DynamicUpdate
@Table(name = "account")
class AccountEntity {

    @Id UUID id;
    String username;

    /** Null for somebody who only signs in elsewhere. */
    @Nullable String passwordHash;

    boolean mustChangePassword;
    @Nullable String language;
    @Nullable String colorScheme;
    int failedAttempts;
    @Nullable Instant lockedUntil;
    Instant createdAt;
    String displayName = "";
    String email = "";
    @Nullable Instant disabledAt;
    @Nullable Instant lastSignInAt;

    boolean isDisabled() {
        return disabledAt != null;
    }

    boolean isLockedAt(Instant moment) {
        // No lock is that long: it was made before the clock was set back.
        return lockedUntil != null
                && moment.isBefore(lockedUntil)
                && !lockedUntil.isAfter(moment.plus(SignInThrottle.LONGEST_LOCK));
    }

    Asker toAsker() {
        return new Asker(new AccountId(id), username);
    }
}
