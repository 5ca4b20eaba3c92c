package io.opslore.retrieval;

import io.opslore.library.RevisionId;
import io.opslore.retrieval.engine.ChunkKey;
import io.opslore.retrieval.engine.GenerationId;
import io.opslore.retrieval.text.ExactPhrase;
import io.opslore.retrieval.text.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What a search must know of many stored chunks, without reading more of them than that. */
@Repository
class ChunkReading {

    private static final String WANTED =
            """
            from chunk c join unnest(?, ?) as wanted (revision_id, ordinal)
                on wanted.revision_id = c.revision_id and wanted.ordinal = c.ordinal
            where c.generation_id = ?
            """;

    private final JdbcTemplate jdbc;

    ChunkReading(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The languages of the given chunks; one that was forgotten meanwhile has none. */
    Map<ChunkKey, Language> languages(GenerationId generation, Collection<ChunkKey> keys) {
        Map<ChunkKey, Language> languages = new HashMap<>();
        jdbc.query(
                "select c.revision_id, c.ordinal, c.language " + WANTED,
                (ResultSet row) -> {
                    languages.put(key(row), Language.ofCode(row.getString(3)));
                },
                revisions(keys),
                ordinals(keys),
                generation.value());
        return languages;
    }

    /** Those of the given chunks that hold each of the phrases. */
    Set<ChunkKey> holding(
            GenerationId generation, Collection<ExactPhrase> phrases, Collection<ChunkKey> keys) {
        Set<ChunkKey> holding = new HashSet<>();
        jdbc.query(
                "select c.revision_id, c.ordinal, c.text " + WANTED,
                (ResultSet row) -> {
                    String text = row.getString(3);
                    if (phrases.stream().allMatch(phrase -> phrase.isIn(text))) {
                        holding.add(key(row));
                    }
                },
                revisions(keys),
                ordinals(keys),
                generation.value());
        return holding;
    }

    /** Those of the revisions, in their order, that have a chunk in one of the languages. */
    List<RevisionId> in(
            GenerationId generation, Set<Language> languages, List<RevisionId> revisions) {
        Set<UUID> found =
                new HashSet<>(
                        jdbc.queryForList(
                                """
                                select distinct revision_id from chunk
                                where generation_id = ? and revision_id = any (?)
                                    and language = any (?)
                                """,
                                UUID.class,
                                generation.value(),
                                revisions.stream().map(RevisionId::value).toArray(UUID[]::new),
                                languages.stream().map(Language::code).toArray(String[]::new)));
        return revisions.stream().filter(revision -> found.contains(revision.value())).toList();
    }

    private static ChunkKey key(ResultSet row) throws SQLException {
        return new ChunkKey(new RevisionId(row.getObject(1, UUID.class)), row.getInt(2));
    }

    private static UUID[] revisions(Collection<ChunkKey> keys) {
        return keys.stream().map(key -> key.revision().value()).toArray(UUID[]::new);
    }

    private static Integer[] ordinals(Collection<ChunkKey> keys) {
        return keys.stream().map(ChunkKey::ordinal).toArray(Integer[]::new);
    }
}
