package io.opslore.retrieval;

import io.opslore.library.RevisionId;
import io.opslore.retrieval.engine.ChunkKey;
import io.opslore.retrieval.engine.GenerationId;
import io.opslore.retrieval.engine.IndexedWindow;
import io.opslore.retrieval.text.Language;
import io.opslore.retrieval.text.Window;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Windows and their vectors in PostgreSQL. Plain JDBC for the same reason as {@link ChunkRecords}.
 * Vectors are little-endian floats, kept by model and digest of what was embedded.
 */
@Repository
class VectorRecords {

    private static final HexFormat HEX = HexFormat.of();

    /** A window by what it holds, without its text. */
    record PlannedWindow(int ordinal, int number, String digest) {

        static PlannedWindow of(Window window) {
            return new PlannedWindow(window.ordinal(), window.number(), window.digest());
        }
    }

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    VectorRecords(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Makes these the windows of a revision. */
    void plan(GenerationId generation, RevisionId revision, List<PlannedWindow> windows) {
        transaction.executeWithoutResult(status -> {
            jdbc.update(
                    "delete from chunk_window where generation_id = ? and revision_id = ?",
                    generation.value(),
                    revision.value());
            jdbc.batchUpdate(
                    """
                    insert into chunk_window (generation_id, revision_id, ordinal, number, digest)
                    values (?, ?, ?, ?, ?)
                    """,
                    windows.stream()
                            .map(window ->
                                    new Object[] {
                                        generation.value(),
                                        revision.value(),
                                        window.ordinal(),
                                        window.number(),
                                        HEX.parseHex(window.digest())
                                    })
                            .toList());
        });
    }

    /** All windows of the revision have their vectors. */
    void markEmbedded(GenerationId generation, RevisionId revision) {
        jdbc.update(
                """
                update indexed_revision set embedded = true
                where generation_id = ? and revision_id = ?
                """,
                generation.value(),
                revision.value());
    }

    /** The windows of a revision as they were planned. */
    List<PlannedWindow> planned(GenerationId generation, RevisionId revision) {
        return jdbc.query(
                """
                select ordinal, number, digest from chunk_window
                where generation_id = ? and revision_id = ? order by ordinal, number
                """,
                (row, n) ->
                        new PlannedWindow(
                                row.getInt(1), row.getInt(2), HEX.formatHex(row.getBytes(3))),
                generation.value(),
                revision.value());
    }

    /** Revisions of the same original bytes that are wholly embedded in the generation. */
    List<RevisionId> twins(GenerationId generation, RevisionId revision) {
        return jdbc.query(
                """
                select i.revision_id from revision r
                join revision twin on twin.sha256 = r.sha256 and twin.id <> r.id
                join indexed_revision i on i.revision_id = twin.id
                where r.id = ? and i.generation_id = ? and i.embedded limit 5
                """,
                (row, n) -> new RevisionId(row.getObject(1, UUID.class)),
                revision.value(),
                generation.value());
    }

    /** Those of the digests that the model has embedded before, for whichever document. */
    Set<String> known(String model, Collection<String> digests) {
        return new HashSet<>(
                jdbc.query(
                        "select digest from window_vector where model = ? and digest = any (?)",
                        (row, n) -> HEX.formatHex(row.getBytes(1)),
                        model,
                        digests.stream().map(HEX::parseHex).toArray(byte[][]::new)));
    }

    /** Nothing is kept for windows that nobody needs any more: their text was purged meanwhile. */
    void save(String model, List<Window> windows, List<float[]> vectors) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            byte[] digest = HEX.parseHex(windows.get(i).digest());
            rows.add(new Object[] {model, digest, bytes(vectors.get(i)), digest});
        }
        jdbc.batchUpdate(
                """
                insert into window_vector (model, digest, vector) select ?, ?, ?
                where exists (select from chunk_window where digest = ?)
                on conflict do nothing
                """,
                rows);
    }

    /** Drops vectors that no window has needed for so many days; returns how many. */
    int dropUnused(int days) {
        return jdbc.update(
                """
                delete from window_vector v
                where v.created_at < now() - make_interval(days => ?)
                    and not exists (select from chunk_window w where w.digest = v.digest)
                """,
                days);
    }

    /** The windows of a revision that have their vectors. */
    List<IndexedWindow> embedded(GenerationId generation, RevisionId revision, String model) {
        return jdbc.query(
                """
                select w.ordinal, c.language, v.vector from chunk_window w
                join chunk c using (generation_id, revision_id, ordinal)
                join window_vector v on v.digest = w.digest and v.model = ?
                where w.generation_id = ? and w.revision_id = ? order by w.ordinal, w.number
                """,
                (row, n) ->
                        new IndexedWindow(
                                row.getInt(1),
                                Language.ofCode(row.getString(2)),
                                floats(row.getBytes(3))),
                model,
                generation.value(),
                revision.value());
    }

    /** The vectors of the given chunks' windows. */
    Map<ChunkKey, List<float[]>> of(
            GenerationId generation, Collection<ChunkKey> keys, String model) {
        Map<ChunkKey, List<float[]>> vectors = new HashMap<>();
        jdbc.query(
                """
                select w.revision_id, w.ordinal, v.vector from chunk_window w
                join unnest(?, ?) as wanted (revision_id, ordinal)
                    on wanted.revision_id = w.revision_id and wanted.ordinal = w.ordinal
                join window_vector v on v.digest = w.digest and v.model = ?
                where w.generation_id = ?
                """,
                (ResultSet row) -> {
                    var revision = new RevisionId(row.getObject(1, UUID.class));
                    vectors.computeIfAbsent(
                                    new ChunkKey(revision, row.getInt(2)), k -> new ArrayList<>())
                            .add(floats(row.getBytes(3)));
                },
                keys.stream().map(key -> key.revision().value()).toArray(UUID[]::new),
                keys.stream().map(ChunkKey::ordinal).toArray(Integer[]::new),
                model,
                generation.value());
        return vectors;
    }

    private static byte[] bytes(float[] vector) {
        ByteBuffer buffer =
                ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(vector);
        return buffer.array();
    }

    private static float[] floats(byte[] bytes) {
        float[] vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return vector;
    }
}
