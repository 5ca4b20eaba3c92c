package io.opslore.library;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface DocumentRecords extends JpaRepository<DocumentEntity, UUID> {

    List<DocumentEntity> findBySpaceIdAndSnapshotFalseAndBinnedAtIsNullOrderByPath(UUID space);

    List<DocumentEntity> findBySpaceIdAndBinnedAtIsNotNullOrderByBinnedAtDescPath(UUID space);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<DocumentEntity> findBySpaceIdAndSourceAndPath(UUID space, String source, String path);

    /** Must come first in its transaction: what was read before is not read again. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select d from DocumentEntity d where d.id = :id")
    Optional<DocumentEntity> lock(UUID id);

    List<DocumentEntity> findByCurrentRevisionIdInAndSpaceIdInAndBinnedAtIsNull(
            Collection<UUID> revisions, Collection<UUID> spaces);

    @Query(
            """
            select d from DocumentEntity d join RevisionEntity r on r.id = d.currentRevisionId
            where r.sha256 = :sha256 and d.id <> :document and d.binnedAt is null
            and d.spaceId in :spaces order by d.path
            """)
    List<DocumentEntity> twins(String sha256, UUID document, Collection<UUID> spaces);

    @Query(
            nativeQuery = true,
            value =
                    """
                    select id from document
                    where space_id = :space and narrowed and binned_at is null
                    """)
    List<UUID> narrowedIn(UUID space);

    /** The pattern is for {@code ilike} with {@code !} as its escape. */
    @Query(
            nativeQuery = true,
            value =
                    """
                    select * from document where space_id = :space and narrowed
                        and binned_at is null
                        and (path ilike :pattern escape '!' or title ilike :pattern escape '!')
                    order by path, id offset :skip limit :most
                    """)
    List<DocumentEntity> narrowed(UUID space, String pattern, int skip, int most);

    @Query("select d.id from DocumentEntity d where d.binnedAt < :time order by d.binnedAt")
    List<UUID> binnedBefore(Instant time);

    @Query(
            nativeQuery = true,
            value =
                    """
                    select count(*) from document
                    where space_id = :space and not snapshot and binned_at is null
                        and id <> all (:withheld)
                    """)
    long countIn(UUID space, UUID[] withheld);
}
