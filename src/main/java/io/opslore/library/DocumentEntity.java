package io.opslore.library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

    @Enumerated(EnumType.STRING)
    DocumentKind kind = DocumentKind.OTHER;

    String owner = "";

    String[] tags = {};
    @Nullable LocalDate reviewOn;

    @Enumerated(EnumType.STRING)
    @Nullable DecisionStatus decision;

    @Nullable UUID supersededBy;

    /** Names of the columns above that a person has set. */
    String[] corrected = {};

    /** Changed by {@link AccessRecords} alone. */
    @Column(updatable = false)
    boolean narrowed;

    /** Seen of a live system: in no list, and never current. */
    boolean snapshot;

    @Nullable Instant binnedAt;
    @Nullable String binnedBy;

    DocumentId documentId() {
        return new DocumentId(id);
    }

    boolean isBinned() {
        return binnedAt != null;
    }

    void takeOutOfBin() {
        binnedAt = null;
        binnedBy = null;
    }

    Document toDocument() {
        return new Document(
                documentId(),
                new SpaceId(spaceId),
                source,
                path,
                title,
                currentRevisionId == null ? null : new RevisionId(currentRevisionId),
                new RevisionId(newestRevisionId),
                changedAt,
                details(),
                binned());
    }

    private Details details() {
        return new Details(
                kind,
                owner,
                List.of(tags),
                reviewOn,
                decision,
                supersededBy == null ? null : new DocumentId(supersededBy));
    }

    private @Nullable Binned binned() {
        return binnedAt == null || binnedBy == null ? null : new Binned(binnedAt, binnedBy);
    }
}
