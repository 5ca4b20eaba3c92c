package io.opslore.retrieval;

import io.opslore.library.LineRange;
import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import io.opslore.retrieval.engine.ChunkKey;
import io.opslore.retrieval.engine.GenerationId;
import io.opslore.retrieval.text.Chunk;
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

    /** Empty unless all its chunks are stored. */
    Optional<Entry> entry(GenerationId generation, RevisionId revision) {
        return jdbc
                .query(
                        """
                        select revision_id, space_id, path, title from indexed_revision
                        where generation_id = ? and revision_id = ?
                        """,
                        (row, n) -> entry(row),
                        generation.value(),
                        revision.value())
                .stream()
                .findFirst();
    }

    /** All or nothing; whatever the generation had of the revision before is replaced. */
    void save(GenerationId generation, Entry entry, List<Chunk> chunks) {
        UUID revision = entry.revision().value();
        transaction.executeWithoutResult(status -> {
            delete(generation, entry.revision());
            jdbc.update(
                    """
                    insert into indexed_revision (generation_id, revision_id, space_id, path, title)
                    values (?, ?, ?, ?, ?)
                    """,
                    generation.value(),
                    revision,
                    entry.space().value(),
                    entry.path(),
                    entry.title());
            jdbc.batchUpdate(
                    """
                    insert into chunk (generation_id, revision_id, ordinal, heading_path, labels,
                        first_line, last_line, page, tokens, language, text)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    chunks.stream().map(chunk -> row(generation, revision, chunk)).toList());
        });
    }

    List<Chunk> chunks(GenerationId generation, RevisionId revision) {
        return jdbc.query(
                "select "
                        + COLUMNS
                        + """
                         from chunk c
                        where c.generation_id = ? and c.revision_id = ? order by c.ordinal
                        """,
                (row, n) -> chunk(row),
                generation.value(),
                revision.value());
    }

    Map<ChunkKey, Stored> find(GenerationId generation, Collection<ChunkKey> keys) {
        Map<ChunkKey, Stored> found = new HashMap<>();
        jdbc.query(
                "select "
                        + COLUMNS
                        + """
                        , r.number
                        from chunk c join revision r on r.id = c.revision_id
                        join unnest(?, ?) as wanted (revision_id, ordinal)
                            on wanted.revision_id = c.revision_id and wanted.ordinal = c.ordinal
                        where c.generation_id = ?
                        """,
                (ResultSet row) -> {
                    var revision = new RevisionId(row.getObject("revision_id", UUID.class));
                    Chunk chunk = chunk(row);
                    found.put(
                            new ChunkKey(revision, chunk.ordinal()),
                            new Stored(chunk, row.getInt("number")));
                },
                keys.stream().map(key -> key.revision().value()).toArray(UUID[]::new),
                keys.stream().map(ChunkKey::ordinal).toArray(Integer[]::new),
                generation.value());
        return found;
    }

    void delete(GenerationId generation, RevisionId revision) {
        jdbc.update(
                "delete from indexed_revision where generation_id = ? and revision_id = ?",
                generation.value(),
                revision.value());
    }

    /** Deletes up to so many revisions of a generation, with all that hangs on them. */
    int deleteSome(GenerationId generation, int most) {
        return jdbc.update(
                """
                delete from indexed_revision where generation_id = ? and revision_id in (
                    select revision_id from indexed_revision where generation_id = ? limit ?)
                """,
                generation.value(),
                generation.value(),
                most);
    }

    private static Object[] row(GenerationId generation, UUID revision, Chunk chunk) {
        return new Object[] {
            generation.value(),
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
