package io.opslore.library;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface RevisionDetailsRecords extends JpaRepository<RevisionDetailsEntity, UUID> {}
