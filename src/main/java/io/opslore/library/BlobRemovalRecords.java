package io.opslore.library;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface BlobRemovalRecords extends JpaRepository<BlobRemovalEntity, String> {

    List<BlobRemovalEntity> findTop100BySha256GreaterThanOrderBySha256(String last);

    /** Notes all bytes of a document's revisions, in the transaction that removes it. */
    @Modifying(flushAutomatically = true)
    @Query(
            nativeQuery = true,
            value =
                    """
                    insert into blob_removal (sha256, noticed_at)
                    select distinct sha256, cast(:now as timestamptz) from revision
                    where document_id = :document
                    on conflict do nothing
                    """)
    void noticeBlobsOf(UUID document, Instant now);

    /**
     * Until the end of the transaction nobody else stores or deletes these bytes. Cast, because a
     * void column cannot be read.
     */
    @Query(
            nativeQuery = true,
            value = "select cast(pg_advisory_xact_lock(hashtextextended(:sha256, 0)) as text)")
    String lock(String sha256);

    /** Whether blobs may be deleted until the end of the transaction: not while they are held. */
    @Query(
            nativeQuery = true,
            value = "select pg_try_advisory_xact_lock_shared(" + HeldBlobs.LOCK + ")")
    boolean mayDelete();
}
