package io.opslore.library;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface TwinRecords extends Repository<DocumentEntity, UUID> {

    /** One pass over what may be read, however many copies there are of one file. */
    @Query(
            nativeQuery = true,
            value =
                    """
                    select id, first, path from (
                        select d.id, d.space_id,
                            first_value(d.id) over same as first,
                            first_value(d.path) over same as path
                        from document d join revision r on r.id = d.newest_revision_id
                        where d.space_id in (:readable) and d.id <> all (:withheld)
                            and d.binned_at is null and not d.snapshot and r.size > 0
                        window same as (partition by r.sha256
                            order by d.space_id <> :space, d.path, d.id)) copies
                    where space_id = :space and first <> id
                    """)
    List<Later> laterOnes(UUID space, Collection<UUID> readable, UUID[] withheld);

    interface Later {

        UUID getId();

        UUID getFirst();

        String getPath();
    }
}
