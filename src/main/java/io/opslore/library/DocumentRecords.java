package io.opslore.library;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface DocumentRecords extends JpaRepository<DocumentEntity, UUID> {

    List<DocumentEntity> findBySpaceIdOrderByPath(UUID space);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<DocumentEntity> findBySpaceIdAndSourceAndPath(UUID space, String source, String path);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select d from DocumentEntity d where d.id = :id")
    Optional<DocumentEntity> lock(UUID id);

    List<DocumentEntity> findByCurrentRevisionIdInAndSpaceIdIn(
            Collection<UUID> revisions, Collection<UUID> spaces);

    long countBySpaceId(UUID space);
}
