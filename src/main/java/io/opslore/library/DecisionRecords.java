package io.opslore.library;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface DecisionRecords extends Repository<DocumentEntity, UUID> {

    /** Until the end of the transaction nobody else works out the space's decisions. */
    @Query(
            nativeQuery = true,
            value =
                    "select cast(pg_advisory_xact_lock(hashtextextended(cast(:space as text), 1)) as text)")
    String lock(UUID space);

    /** All that may take part, with what their current revisions say; none in the bin. */
    @Query(
            """
            select new io.opslore.library.DecisionText(d, f) from DocumentEntity d
            left join RevisionDetailsEntity f on f.revisionId = d.currentRevisionId
            where d.spaceId = :space and d.binnedAt is null and (
                d.kind in (io.opslore.library.DocumentKind.ADR, io.opslore.library.DocumentKind.RFC)
                or d.decision is not null or d.supersededBy is not null
                or f.decision is not null or f.supersededBy <> ''
                or array_length(f.supersedes) > 0)
            """)
    List<DecisionText> in(UUID space);

    /** By name, so that nothing else of the document is written. */
    @Modifying
    @Query(
            """
            update DocumentEntity d set d.decision = :decision, d.supersededBy = :successor
            where d.id = :document
            """)
    void place(UUID document, @Nullable DecisionStatus decision, @Nullable UUID successor);
}
