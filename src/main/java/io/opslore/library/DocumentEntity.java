package io.opslore.library;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

@Entity
@DynamicUpdate
@Table(name = "document")
class DocumentEntity {

    @Id UUID id;
    UUID spaceId;
    String source;
    String path;
    String title;
    @Nullable UUID currentRevisionId;
    UUID newestRevisionId;
    Instant changedAt;

    Document toDocument() {
        return new Document(
                new DocumentId(id),
                new SpaceId(spaceId),
                path,
                title,
                currentRevisionId == null ? null : new RevisionId(currentRevisionId),
                new RevisionId(newestRevisionId),
                changedAt);
    }
}
