package io.opslore.library;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "space")
class SpaceEntity {

    @Id UUID id;
    String name;
    String description;
    Instant createdAt;
}
