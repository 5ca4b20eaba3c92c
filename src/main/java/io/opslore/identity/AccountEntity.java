package io.opslore.identity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "account")
class AccountEntity {

    @Id UUID id;
    String username;
    String passwordHash;
    boolean mustChangePassword;
    @Nullable String language;
    @Nullable String colorScheme;
    int failedAttempts;
    @Nullable Instant lockedUntil;
    Instant createdAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    Set<Role> roles = EnumSet.noneOf(Role.class);

    boolean isLockedAt(Instant moment) {
        return lockedUntil != null && moment.isBefore(lockedUntil);
    }

    Asker toAsker() {
        return new Asker(new AccountId(id), username, roles);
    }
}
