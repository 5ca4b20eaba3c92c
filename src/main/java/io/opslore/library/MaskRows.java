package io.opslore.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What was masked in which revision, in PostgreSQL. Bulk data without a life of its own. */
@Repository
class MaskRows {

    private final JdbcTemplate jdbc;

    MaskRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What was known of the revision before is replaced. */
    void keep(RevisionId revision, Masks masks) {
        UUID id = revision.value();
        jdbc.update("delete from revision_masking where revision_id = ?", id);
        jdbc.update("insert into revision_masking values (?, ?)", id, masks.version());
        List<Mask> all = masks.all();
        jdbc.batchUpdate(
                """
                insert into revision_mask (revision_id, ordinal, line, kind, name, placeholder)
                values (?, ?, ?, ?, ?, ?)
                """,
                IntStream.range(0, all.size()).mapToObj(i -> row(id, i, all.get(i))).toList());
    }

    /** Empty for a revision that was never masked. */
    Optional<Masks> of(RevisionId revision) {
        return jdbc
                .queryForList(
                        "select version from revision_masking where revision_id = ?",
                        String.class,
                        revision.value())
                .stream()
                .findFirst()
                .map(version -> new Masks(version, all(revision)));
    }

    private List<Mask> all(RevisionId revision) {
        return jdbc.query(
                """
                select line, kind, name, placeholder from revision_mask
                where revision_id = ? order by ordinal
                """,
                (row, n) -> mask(row),
                revision.value());
    }

    static Mask mask(ResultSet row) throws SQLException {
        return new Mask(
                row.getInt("line"),
                row.getString("kind"),
                row.getString("name"),
                row.getString("placeholder"));
    }

    private static Object[] row(UUID revision, int ordinal, Mask mask) {
        return new Object[] {
            revision, ordinal, mask.line(), mask.kind(), mask.name(), mask.placeholder()
        };
    }
}
