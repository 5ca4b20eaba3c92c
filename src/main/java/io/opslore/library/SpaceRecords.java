package io.opslore.library;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface SpaceRecords extends JpaRepository<SpaceEntity, UUID> {

    Optional<SpaceEntity> findByNameIgnoreCase(String name);
}
