package io.opslore.library;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
@Table(name = "revision_details")
class RevisionDetailsEntity {

    @Id UUID revisionId;

    @Enumerated(EnumType.STRING)
    DocumentKind kind;

    String owner;
    String[] tags;
    @Nullable LocalDate reviewOn;

    @Enumerated(EnumType.STRING)
    @Nullable DecisionStatus decision;

    String supersededBy;
    String[] supersedes;

    static RevisionDetailsEntity of(RevisionId revision, FoundDetails found) {
        var entity = new RevisionDetailsEntity();
        entity.revisionId = revision.value();
        entity.kind = found.kind();
        entity.owner = found.owner();
        entity.tags = found.tags().toArray(String[]::new);
        entity.reviewOn = found.reviewOn();
        entity.decision = found.decision();
        entity.supersededBy = found.supersededBy();
        entity.supersedes = found.supersedes().toArray(String[]::new);
        return entity;
    }

    FoundDetails toFound() {
        return new FoundDetails(
                kind, owner, List.of(tags), reviewOn, decision, supersededBy, List.of(supersedes));
    }
}
