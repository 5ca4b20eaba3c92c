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
                .query(
                        "select version from revision_masking where revision_id = ?",
                        (row, n) -> row.getString(1),
                        revision.value())
                .stream()
                .findFirst()
                .map(version -> new Masks(version, all(revision)));
    }

    List<Mask> page(RevisionId revision, int offset, int limit) {
        return jdbc.query(
                """
                select line, kind, name, placeholder from revision_mask
                where revision_id = ? order by ordinal offset ? limit ?
                """,
                (row, n) -> mask(row),
                revision.value(),
                offset,
                limit);
    }

    int count(RevisionId revision) {
        Integer count =
                jdbc.queryForObject(
                        "select count(*) from revision_mask where revision_id = ?",
                        Integer.class,
                        revision.value());
        return count == null ? 0 : count;
    }

    /** Without the line that is looked from. */
    List<MaskReport.Place> places(
            String placeholder, ReadScope scope, Revision here, int line, int most) {
        return jdbc.query(
                """
                select distinct d.id, m.revision_id, d.path, m.line from revision_mask m
                join document d on d.current_revision_id = m.revision_id
                where m.placeholder = ? and d.space_id = any (?) and d.id <> all (?)
                    and d.binned_at is null
                    and not (d.id = ? and m.line = ?)
                order by d.path, m.line limit ?
                """,
                (row, n) -> place(row),
                placeholder,
                scope.spaceIds(),
                scope.withheldIds(),
                here.document().value(),
                line,
                most);
    }

    private static MaskReport.Place place(ResultSet row) throws SQLException {
        return new MaskReport.Place(
                new DocumentId(row.getObject("id", UUID.class)),
                new RevisionId(row.getObject("revision_id", UUID.class)),
                row.getString("path"),
                row.getInt("line"));
    }

    List<RevisionId> due(String version, UUID after, int most) {
        return jdbc.query(
                """
                select t.revision_id from revision_text t
                left join revision_masking m on m.revision_id = t.revision_id
                where m.version is distinct from ? and t.revision_id > ?
                order by t.revision_id limit ?
                """,
                (row, n) -> new RevisionId(row.getObject(1, UUID.class)),
                version,
                after,
                most);
    }

    int due(String version) {
        Integer count =
                jdbc.queryForObject(
                        """
                        select count(*) from revision_text t
                        left join revision_masking m on m.revision_id = t.revision_id
                        where m.version is distinct from ?
                        """,
                        Integer.class,
                        version);
        return count == null ? 0 : count;
    }

    void rename(RevisionId revision, String version) {
        jdbc.update(
                "update revision_masking set version = ? where revision_id = ?",
                version,
                revision.value());
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
