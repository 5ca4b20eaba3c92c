package io.opslore.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.testing.TestingDatabase;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A portal of before there were generations is taken over without embedding anything again. */
class GenerationsMigrationTests {

    private static final UUID WHOLE = new UUID(0, 1);
    private static final UUID HALF = new UUID(0, 2);

    private String database;
    private JdbcTemplate jdbc;

    @BeforeEach
    void atVersionSix() {
        database = TestingDatabase.empty();
        jdbc = new JdbcTemplate(new DriverManagerDataSource(database));
        migrate("6");
    }

    @Test
    void whatIsThereBecomesTheFirstGeneration() {
        jdbc.update("insert into space values (?, 's', '', now())", WHOLE);
        revision(WHOLE, "a.md", "one");
        revision(HALF, "b.md", "two");
        jdbc.update("insert into window_vector values ('bge-small-en-v1.5-q', 'one', 'x')");

        migrate("7");

        assertThat(jdbc.queryForMap("select * from index_generation"))
                .containsEntry("id", 1)
                .containsEntry("state", "ACTIVE")
                .containsEntry("model", "bge-small-en-v1.5-q")
                .containsEntry("min_tokens", 500)
                .containsEntry("max_tokens", 1000);
        assertThat(embedded(WHOLE)).isTrue();
        assertThat(embedded(HALF)).as("one of its windows has no vector").isFalse();
        assertThat(count("select count(*) from chunk where generation_id = 1")).isEqualTo(2);
        assertThat(count("select count(*) from chunk_window where generation_id = 1")).isEqualTo(2);
        jdbc.update("delete from revision where id = ?", WHOLE);
        assertThat(count("select count(*) from chunk_window")).as("goes with it").isEqualTo(1);
    }

    @Test
    void anEmptyPortalHasNoGenerationYet() {
        migrate("7");

        assertThat(count("select count(*) from index_generation")).isZero();
    }

    private void revision(UUID id, String path, String digest) {
        jdbc.update(
                """
                insert into document (id, space_id, source, path, title, newest_revision_id, changed_at)
                values (?, ?, 'upload', ?, 't', ?, now())
                """,
                id,
                WHOLE,
                path,
                id);
        jdbc.update("insert into revision values (?, ?, 1, 'x', 1, 'x', 'x', now())", id, id);
        jdbc.update(
                "insert into indexed_revision values (?, ?, ?, 't', 1, 'bge-small-en-v1.5-q')",
                id,
                WHOLE,
                path);
        jdbc.update("insert into chunk values (?, 0, '', '', 1, 1, 0, 1, 'en', 'text')", id);
        jdbc.update("insert into chunk_window values (?, 0, 0, ?::bytea)", id, digest);
    }

    private boolean embedded(UUID revision) {
        return jdbc.queryForObject(
                "select embedded from indexed_revision where revision_id = ?",
                Boolean.class,
                revision);
    }

    private int count(String sql) {
        return jdbc.queryForObject(sql, Integer.class);
    }

    private void migrate(String version) {
        Flyway.configure().dataSource(database, null, null).target(version).load().migrate();
    }
}
