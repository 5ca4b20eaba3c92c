package io.opslore.library;

import io.opslore.identity.Role;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

@Entity
@Table(name = "space")
class SpaceEntity {

    @Id UUID id;
    String name;
    String description;
    Instant createdAt;

    /** Per role whether it may also write; a role that is absent may not read either. */
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "space_grant", joinColumns = @JoinColumn(name = "space_id"))
    @MapKeyColumn(name = "role")
    @MapKeyEnumerated(EnumType.STRING)
    @Column(name = "writes")
    Map<Role, Boolean> grants = new EnumMap<>(Role.class);
}
