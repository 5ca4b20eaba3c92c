package io.opslore.library;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
@Table(name = "revision")
class RevisionEntity {

    @Id UUID id;
    UUID documentId;
    int number;
    String sha256;
    long size;
    String author;

    /** Who stored it; null where only the name is known. */
    @Nullable UUID accountId;

    String origin;
    Instant createdAt;

    Revision toRevision(DocumentEntity document) {
        return new Revision(
                new RevisionId(id),
                new DocumentId(documentId),
                new SpaceId(document.spaceId),
                document.path,
                number,
                sha256,
                size,
                author,
                origin,
                createdAt);
    }
}
