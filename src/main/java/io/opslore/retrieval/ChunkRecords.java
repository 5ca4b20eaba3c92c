package io.opslore.retrieval;

import io.opslore.library.DocumentId;
import io.opslore.library.LineRange;
import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import io.opslore.retrieval.engine.ChunkKey;
import io.opslore.retrieval.engine.Holding;
import io.opslore.retrieval.text.Chunk;
import io.opslore.retrieval.text.Chunker;
import io.opslore.retrieval.text.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Chunks in PostgreSQL. Plain JDBC: they are bulk data that is written and read by the batch and
 * never changed, so that entities would only cost.
 */
@Repository
class ChunkRecords {

    /** A chunk as it is stored, with the number of its revision. */
    record Stored(Chunk chunk, int revisionNumber) {}

    /** What a revision is indexed under. */
    record Entry(RevisionId revision, SpaceId space, String path, String title) {}

    private static final String COLUMNS =
            """
            c.revision_id, c.ordinal, c.heading_path, c.labels, c.first_line, c.last_line, c.page,
            c.tokens, c.language, c.text
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    ChunkRecords(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Empty unless all its chunks are stored, as this version of the chunker cuts them. */
    Optional<Entry> entry(RevisionId revision) {
        return jdbc
                .query(
                        """
                        select revision_id, space_id, path, title from indexed_revision
                        where revision_id = ? and chunker = ?
                        """,
                        (row, n) -> entry(row),
                        revision.value(),
                        Chunker.VERSION)
                .stream()
                .findFirst();
    }

    /** All or nothing; whatever was stored of the revision before is replaced. */
    void save(Entry entry, List<Chunk> chunks) {
        UUID revision = entry.revision().value();
        transaction.executeWithoutResult(status -> {
            jdbc.update("delete from indexed_revision where revision_id = ?", revision);
            jdbc.update(
                    """
                    insert into indexed_revision (revision_id, space_id, path, title, chunker)
                    values (?, ?, ?, ?, ?)
                    """,
                    revision,
                    entry.space().value(),
                    entry.path(),
                    entry.title(),
                    Chunker.VERSION);
            jdbc.batchUpdate(
                    "insert into chunk values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    chunks.stream().map(chunk -> row(revision, chunk)).toList());
        });
    }

    List<Chunk> chunks(RevisionId revision) {
        return jdbc.query(
                "select " + COLUMNS + " from chunk c where c.revision_id = ? order by c.ordinal",
                (row, n) -> chunk(row),
                revision.value());
    }

    Map<ChunkKey, Stored> find(Collection<ChunkKey> keys) {
        Map<ChunkKey, Stored> found = new HashMap<>();
        jdbc.query(
                "select "
                        + COLUMNS
                        + """
                        , r.number
                        from chunk c join revision r on r.id = c.revision_id
                        join unnest(?, ?) as wanted (revision_id, ordinal)
                            on wanted.revision_id = c.revision_id and wanted.ordinal = c.ordinal
                        """,
                (ResultSet row) -> {
                    var revision = new RevisionId(row.getObject("revision_id", UUID.class));
                    Chunk chunk = chunk(row);
                    found.put(
                            new ChunkKey(revision, chunk.ordinal()),
                            new Stored(chunk, row.getInt("number")));
                },
                keys.stream().map(key -> key.revision().value()).toArray(UUID[]::new),
                keys.stream().map(ChunkKey::ordinal).toArray(Integer[]::new));
        return found;
    }

    /**
     * How much the index must hold of each revision that belongs into it: those that answer now,
     * and newer ones that wait for their turn. Windows count only once all of them have vectors.
     */
    Map<RevisionId, Holding> belonging() {
        Map<RevisionId, Holding> holdings = new HashMap<>();
        jdbc.query(
                """
                select i.revision_id,
                    (select count(*) from chunk c where c.revision_id = i.revision_id) as chunks,
                    count(w.digest) as windows, count(v.digest) as embedded
                from indexed_revision i join revision r on r.id = i.revision_id
                join document d on d.id = r.document_id
                left join revision current on current.id = d.current_revision_id
                left join chunk_window w on w.revision_id = i.revision_id
                left join window_vector v on v.digest = w.digest and v.model = i.model
                where r.number >= coalesce(current.number, 0)
                group by i.revision_id
                """,
                (ResultSet row) -> {
                    int windows = row.getInt("windows");
                    boolean complete = row.getInt("embedded") == windows;
                    holdings.put(
                            new RevisionId(row.getObject("revision_id", UUID.class)),
                            new Holding(row.getInt("chunks"), complete ? windows : 0));
                });
        return holdings;
    }

    /** Revisions that have been replaced, but are not forgotten. */
    List<RevisionId> stale() {
        return jdbc.query(
                """
                select i.revision_id from indexed_revision i
                join revision r on r.id = i.revision_id
                join document d on d.id = r.document_id
                join revision current on current.id = d.current_revision_id
                where r.number < current.number
                """,
                (row, n) -> new RevisionId(row.getObject(1, UUID.class)));
    }

    /** Whether a newer revision of its document answers already. */
    boolean isSuperseded(RevisionId revision) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject(
                        """
                        select exists (
                            select from revision r join document d on d.id = r.document_id
                            join revision c on c.id = d.current_revision_id
                            where r.id = ? and r.number < c.number)
                        """,
                        Boolean.class,
                        revision.value()));
    }

    /** The indexed revisions of a document that are older than the given one. */
    List<RevisionId> olderThan(DocumentId document, RevisionId revision) {
        return jdbc.query(
                """
                select r.id from indexed_revision i join revision r on r.id = i.revision_id
                where r.document_id = ? and r.number < (select number from revision where id = ?)
                """,
                (row, n) -> new RevisionId(row.getObject(1, UUID.class)),
                document.value(),
                revision.value());
    }

    void delete(RevisionId revision) {
        jdbc.update("delete from indexed_revision where revision_id = ?", revision.value());
    }

    private static Object[] row(UUID revision, Chunk chunk) {
        return new Object[] {
            revision,
            chunk.ordinal(),
            chunk.headingPath(),
            chunk.labels(),
            chunk.lines().first(),
            chunk.lines().last(),
            chunk.page(),
            chunk.tokens(),
            chunk.language().code(),
            chunk.text()
        };
    }

    private static Chunk chunk(ResultSet row) throws SQLException {
        return new Chunk(
                row.getInt("ordinal"),
                row.getString("heading_path"),
                row.getString("labels"),
                new LineRange(row.getInt("first_line"), row.getInt("last_line")),
                row.getInt("page"),
                row.getInt("tokens"),
                Language.ofCode(row.getString("language")),
                row.getString("text"));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                new RevisionId(row.getObject("revision_id", UUID.class)),
                new SpaceId(row.getObject("space_id", UUID.class)),
                row.getString("path"),
                row.getString("title"));
    }
}
