package io.opslore.library;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ChangeRecords extends Repository<DocumentEntity, UUID> {

    @Query(
            nativeQuery = true,
            value =
                    """
                    select d.id as document, before.id as before,
                        case when d.binned_at is null then current.id end as after,
                        coalesce(d.binned_at, current.created_at) as at
                    from document d
                    left join revision current on current.id = d.current_revision_id
                    left join lateral (
                        select r.id, r.sha256 from revision r
                        where r.document_id = d.id and r.created_at <= :since
                        order by r.number desc limit 1) before on true
                    where d.space_id in (:spaces) and d.id <> all (:withheld) and (
                        d.binned_at is null and current.created_at > :since
                            and current.sha256 is distinct from before.sha256
                        or d.binned_at > :since and before.id is not null)
                    order by at desc, d.path, d.id
                    offset :skip limit :most
                    """)
    List<Row> since(Instant since, Collection<UUID> spaces, UUID[] withheld, int skip, int most);

    /** One change. */
    interface Row {

        UUID getDocument();

        @Nullable UUID getBefore();

        @Nullable UUID getAfter();

        Instant getAt();
    }
}
