package io.opslore.library;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface RevisionRecords extends JpaRepository<RevisionEntity, UUID> {

    List<RevisionEntity> findByDocumentIdOrderByNumberDesc(UUID document);
}
