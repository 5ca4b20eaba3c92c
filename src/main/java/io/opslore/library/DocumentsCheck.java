package io.opslore.library;

import io.opslore.library.Difference.Kind;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Whether documents name revisions of their own. */
@Component
class DocumentsCheck implements StoreCheck {

    private final JdbcTemplate jdbc;

    DocumentsCheck(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Difference> differences(boolean everyByte) {
        return jdbc.query(
                """
                select d.id, d.path, best.current_id, best.newest_id from document d
                cross join lateral (select
                    (array_agg(r.id order by r.number desc))[1] as newest_id,
                    (array_agg(r.id order by r.number desc) filter (where t.revision_id is not null)
                        )[1] as current_id
                    from revision r left join revision_text t on t.revision_id = r.id
                    where r.document_id = d.id) best
                where d.newest_revision_id is distinct from best.newest_id
                    or d.current_revision_id is not null and not exists (select from revision r
                        where r.id = d.current_revision_id and r.document_id = d.id)
                order by d.path
                """,
                (row, n) ->
                        difference(
                                row.getObject("id", UUID.class),
                                row.getString("path"),
                                row.getObject("current_id", UUID.class),
                                row.getObject("newest_id", UUID.class)));
    }

    private Difference difference(
            UUID document, String path, @Nullable UUID current, @Nullable UUID newest) {
        if (newest == null) {
            return Difference.repairable(
                    Kind.REVISION_FOREIGN,
                    path,
                    "It has no revision at all",
                    () -> jdbc.update("delete from document where id = ?", document));
        }
        return Difference.repairable(
                Kind.REVISION_FOREIGN,
                path,
                "",
                () ->
                        jdbc.update(
                                """
                                update document set newest_revision_id = ?, current_revision_id = ?
                                where id = ?
                                """,
                                newest,
                                current,
                                document));
    }
}
