package io.opslore.library;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which documents people are reminded of. Thread-safe. */
@Repository
class ReviewRows {

    private static final String DUE =
            "not d.snapshot and d.binned_at is null and d.review_on <= :today";

    private final JdbcClient jdbc;

    ReviewRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Forgets what is no longer due; a date that was set anew and has come again is a new one. */
    void forgetReviewed(LocalDate today) {
        jdbc.sql(
                        """
                        delete from review_reminder r where not exists (
                            select from document d where d.id = r.document_id
                                and d.review_on = r.review_on and %s)
                        """
                                .formatted(DUE))
                .param("today", today)
                .update();
    }

    /** How many there are that nobody was reminded of. */
    int remind(LocalDate today) {
        return jdbc.sql(
                        """
                        insert into review_reminder (document_id, review_on, reminded_at)
                        select d.id, d.review_on, clock_timestamp() from document d where %s
                        on conflict (document_id) do nothing
                        """
                                .formatted(DUE))
                .param("today", today)
                .update();
    }

    int count() {
        return jdbc.sql("select count(*) from review_reminder").query(Integer.class).single();
    }

    /** Within the scope, the longest overdue first; without those that were reviewed meanwhile. */
    List<DocumentId> due(LocalDate today, ReadScope scope) {
        return jdbc.sql(
                        """
                        select d.id from document d join review_reminder r on r.document_id = d.id
                        where %s and d.space_id = any (:spaces) and d.id <> all (:withheld)
                        order by d.review_on, d.path, d.id
                        """
                                .formatted(DUE))
                .param("today", today)
                .param("spaces", scope.spaceIds())
                .param("withheld", scope.withheldIds())
                .query((row, number) -> new DocumentId(row.getObject("id", UUID.class)))
                .list();
    }
}
