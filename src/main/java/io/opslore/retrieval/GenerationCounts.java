package io.opslore.retrieval;

import io.opslore.retrieval.engine.GenerationId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Counts what generations hold. */
@Repository
class GenerationCounts {

    /** How far a generation has come with what it should hold. */
    private record Progress(long documents, long done, long bytes, long bytesDone) {}

    private final JdbcTemplate jdbc;
    private final GenerationRecords records;

    GenerationCounts(JdbcTemplate jdbc, GenerationRecords records) {
        this.jdbc = jdbc;
        this.records = records;
    }

    /** Of all, the newest first; the problem is that of the one being built. */
    List<GenerationStatus> all(Generations open, @Nullable String problem) {
        return records.all().stream().map(it -> status(it, open, problem)).toList();
    }

    private GenerationStatus status(
            IndexGeneration generation, Generations open, @Nullable String problem) {
        Progress progress = progress(generation.id());
        boolean building = generation.state() == GenerationState.BUILDING;
        return new GenerationStatus(
                generation,
                progress.documents(),
                progress.done(),
                progress.bytes(),
                progress.bytesDone(),
                count("chunk", generation.id()),
                count("chunk_window", generation.id()),
                open.size(generation.id()),
                open.canEmbed(generation.recipe()),
                building ? problem : null);
    }

    private Progress progress(GenerationId generation) {
        return jdbc.queryForObject(
                """
                select count(*), count(i.revision_id), coalesce(sum(r.size), 0),
                    coalesce(sum(r.size) filter (where i.revision_id is not null), 0)
                from document d join revision r on r.id = d.current_revision_id
                left join indexed_revision i on i.revision_id = r.id and i.generation_id = ?
                    and i.embedded
                """,
                (row, n) ->
                        new Progress(
                                row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                generation.value());
    }

    private long count(String table, GenerationId generation) {
        Long count =
                jdbc.queryForObject(
                        "select count(*) from " + table + " where generation_id = ?",
                        Long.class,
                        generation.value());
        return count == null ? 0 : count;
    }
}
