package io.opslore.library;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface RevisionRecords extends JpaRepository<RevisionEntity, UUID> {

    List<RevisionEntity> findByDocumentIdOrderByNumberDesc(UUID document);

    Optional<RevisionEntity> findByDocumentIdAndNumber(UUID document, int number);

    boolean existsBySha256(String sha256);

    boolean existsByDocumentIdAndOrigin(UUID document, String origin);

    @Query(
            """
            select coalesce(sum(r.size), 0) from RevisionEntity r
            where r.accountId = :account and r.origin = :origin
            """)
    long bytesOf(UUID account, String origin);

    @Query("select r.id from RevisionEntity r where r.documentId = :document")
    List<UUID> idsOf(UUID document);

    /** Each of the revisions that exist, with its document and that one's current revision. */
    @Query(
            """
            select new io.opslore.library.PlacedRevision(r, d, c) from RevisionEntity r
            join DocumentEntity d on d.id = r.documentId
            left join RevisionEntity c on c.id = d.currentRevisionId
            where r.id in :ids
            """)
    List<PlacedRevision> placed(Collection<UUID> ids);

    /** Current revisions that were described before details were looked for. */
    @Query(
            """
            select r.id from RevisionEntity r
            join DocumentEntity d on d.currentRevisionId = r.id
            join RevisionTextEntity t on t.revisionId = r.id
            where r.id > :last
            and not exists (select 1 from RevisionDetailsEntity f where f.revisionId = r.id)
            order by r.id limit :most
            """)
    List<UUID> withoutDetails(UUID last, int most);
}
