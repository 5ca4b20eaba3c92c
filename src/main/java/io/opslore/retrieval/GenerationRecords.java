package io.opslore.retrieval;

import io.opslore.retrieval.engine.GenerationId;
import io.opslore.retrieval.text.ChunkSize;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Index generations in PostgreSQL. Which one answers is decided by their rows alone. */
@Repository
class GenerationRecords {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    GenerationRecords(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The newest first. */
    List<IndexGeneration> all() {
        return find("order by id desc");
    }

    Optional<IndexGeneration> find(GenerationId id) {
        return find("where id = ?", id.value()).stream().findFirst();
    }

    /** Those that hold anything. */
    List<IndexGeneration> kept() {
        return find("where state <> 'DROPPED' order by id desc");
    }

    Optional<IndexGeneration> active() {
        return find("where state = 'ACTIVE'").stream().findFirst();
    }

    Optional<IndexGeneration> building() {
        return find("where state = 'BUILDING'").stream().findFirst();
    }

    /** Those that were replaced before the given time. */
    List<IndexGeneration> retiredBefore(Instant time) {
        return find("where state = 'RETIRED' and retired_at < ?", at(time));
    }

    /** The one that answers; until the transaction's end no other one can take its place. */
    GenerationId lockActive() {
        // All rows first: who waited for a swap would not find the row that has become active.
        jdbc.queryForList("select id from index_generation order by id for key share");
        return active().orElseThrow().id();
    }

    /** Keeps everyone else from changing any state until the transaction's end. */
    void lockAll() {
        jdbc.queryForList("select id from index_generation order by id for update");
    }

    /** Makes the first one, which answers at once; does nothing if there is one. */
    void createFirst(Recipe recipe) {
        create(recipe, GenerationState.ACTIVE, null);
    }

    /** Begins to build; does nothing if one is being built. */
    void begin(Recipe recipe, @Nullable String askedBy) {
        create(recipe, GenerationState.BUILDING, askedBy);
    }

    void setState(GenerationId id, GenerationState state) {
        jdbc.update(
                """
                update index_generation set state = ?,
                    finished_at = case when ? = 'ACTIVE' then coalesce(finished_at, ?)
                        else finished_at end,
                    retired_at = case when ? = 'RETIRED' then ?::timestamptz end
                where id = ?
                """,
                state.name(),
                state.name(),
                at(clock.instant()),
                state.name(),
                at(clock.instant()),
                id.value());
    }

    /** Building begins again on one that was replaced. */
    void bringBack(GenerationId id, @Nullable String askedBy) {
        jdbc.update(
                """
                update index_generation set state = 'BUILDING', asked_by = ?, paused = false,
                    declined = false
                where id = ?
                """,
                askedBy,
                id.value());
    }

    void setPaused(GenerationId id, boolean paused) {
        jdbc.update("update index_generation set paused = ? where id = ?", paused, id.value());
    }

    void setDeclined(GenerationId id) {
        jdbc.update("update index_generation set declined = true where id = ?", id.value());
    }

    /** What the settings ask for answers already: earlier refusals are settled. */
    void forgetDeclined() {
        jdbc.update("update index_generation set declined = false where declined");
    }

    /** Adds to what the building has cost. */
    void addCost(GenerationId id, int embedded, int reused, Duration busy) {
        jdbc.update(
                """
                update index_generation set embedded = embedded + ?, reused = reused + ?,
                    busy_millis = busy_millis + ?
                where id = ?
                """,
                embedded,
                reused,
                busy.toMillis(),
                id.value());
    }

    private void create(Recipe recipe, GenerationState state, @Nullable String askedBy) {
        boolean first = state == GenerationState.ACTIVE;
        jdbc.update(
                """
                insert into index_generation (model, chunker, min_tokens, max_tokens,
                    windows_per_chunk, state, asked_by, started_at, finished_at)
                select ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz
                where not exists (select from index_generation where state = ?)
                on conflict do nothing
                """,
                recipe.model(),
                recipe.chunker(),
                recipe.size().min(),
                recipe.size().max(),
                recipe.windowsPerChunk(),
                state.name(),
                askedBy,
                at(clock.instant()),
                first ? at(clock.instant()) : null,
                state.name());
    }

    private List<IndexGeneration> find(String condition, Object... arguments) {
        return jdbc.query(
                "select * from index_generation " + condition,
                (row, n) -> generation(row),
                arguments);
    }

    private static IndexGeneration generation(ResultSet row) throws SQLException {
        return new IndexGeneration(
                new GenerationId(row.getInt("id")),
                new Recipe(
                        row.getString("model"),
                        row.getInt("chunker"),
                        new ChunkSize(row.getInt("min_tokens"), row.getInt("max_tokens")),
                        row.getInt("windows_per_chunk")),
                GenerationState.valueOf(row.getString("state")),
                row.getString("asked_by"),
                row.getBoolean("paused"),
                row.getBoolean("declined"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                instant(row, "finished_at"),
                instant(row, "retired_at"),
                row.getLong("embedded"),
                row.getLong("reused"),
                Duration.ofMillis(row.getLong("busy_millis")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
