package io.opslore.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.operations.cli.TestingUpgrade;
import io.opslore.testing.TestingDatabase;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** {@code opslore upgrade check} on databases of several ages. */
class UpgradeCheckTests {

    @TempDir private Path data;

    @Test
    void saysWhatTheStartWouldDoAndDoesNoneOfIt() {
        String database = TestingDatabase.empty();
        migrate(database, "44");

        TestingUpgrade told = check(database);

        assertThat(told.code()).isZero();
        assertThat(told.out())
                .contains("schema: V44; the start will do V45 backups")
                .contains("PostgreSQL: Version ")
                .contains("tools: MCP clients meet version 1")
                .contains("The upgrade can begin.");
        assertThat(tables(database)).doesNotContain("job_run");
    }

    @Test
    void aNewerDatabaseIsInTheWay() {
        String database = TestingDatabase.fresh();
        jdbc(database)
                .update(
                        """
                        insert into flyway_schema_history values
                        (9000, '900', 'of tomorrow', 'SQL', 'V900__of_tomorrow.sql', 1, 'x', now(), 1, true)
                        """);

        TestingUpgrade told = check(database);

        assertThat(told.code()).isEqualTo(2);
        assertThat(told.out())
                .contains("STOP     schema: The database is newer")
                .contains("V900 of tomorrow")
                .contains("The upgrade cannot begin.");
    }

    @Test
    void whetherThereIsAWayBackIsToldOf() {
        String database = TestingDatabase.fresh();
        assertThat(check(database).out()).contains("warning  backup: No backup is on record.");

        backUp(database, "2 days");
        assertThat(check(database).out())
                .contains("warning  backup: The newest backup is 48 hours old.");

        backUp(database, "2 hours");
        assertThat(check(database).out())
                .contains("backup: The newest backup is 2 hours old.")
                .doesNotContain("warning  backup");
    }

    private static void backUp(String database, String ago) {
        jdbc(database)
                .update(
                        """
                        insert into backup_made (id, place, name, made_at, made_by, bytes, sealed, has_key, lacking)
                        values (gen_random_uuid(), '/backups', 'a.zip', now() - ?::interval, 'test', 1, false, false, 0)
                        """,
                        ago);
    }

    @Test
    void anIndexThatWouldBeBuiltAnewIsToldOf() {
        String database = TestingDatabase.fresh();
        jdbc(database)
                .update(
                        """
                        insert into index_generation (model, chunker, min_tokens, max_tokens,
                            windows_per_chunk, state, started_at)
                        values ('bge', 1, 500, 1000, 24, 'ACTIVE', now())
                        """);

        assertThat(check(database).out())
                .contains("warning  index: The index is built anew beside the one that answers: 0");
    }

    @Test
    void aModelThatIsSetAndNotThereIsToldOf() {
        String database = TestingDatabase.fresh();
        jdbc(database).update("insert into kept_model values ('qwen3:8b')");

        assertThat(check(database, "--opslore.models.base-url=http://127.0.0.1:1").out())
                .contains("warning  models: The model server does not answer")
                .contains("qwen3:8b");
    }

    @Test
    void aMisspeltSettingIsNamedWithTheNearest() {
        TestingUpgrade told = check(TestingDatabase.fresh(), "--opslore.library.bin-retentoin=3d");

        assertThat(told.out())
                .contains("opslore.library.bin-retentoin is set, and this version has no such")
                .contains("Perhaps opslore.library.bin-retention is meant");
        assertThat(told.code()).isZero();
    }

    @Test
    void whereNobodyHasStartedYetThereIsNothingToDo() {
        var told = TestingUpgrade.run("--opslore.data=" + data);

        assertThat(told.code()).isZero();
        assertThat(told.out()).contains("nothing to upgrade");
    }

    private TestingUpgrade check(String database, String... more) {
        String[] settings = new String[more.length + 2];
        settings[0] = "--spring.datasource.url=" + database;
        settings[1] = "--opslore.data=" + data;
        System.arraycopy(more, 0, settings, 2, more.length);
        return TestingUpgrade.run(settings);
    }

    private static void migrate(String database, String target) {
        Flyway.configure().dataSource(database, null, null).target(target).load().migrate();
    }

    private static java.util.List<String> tables(String database) {
        return jdbc(database)
                .queryForList(
                        "select tablename::text from pg_tables where schemaname = 'public'",
                        String.class);
    }

    private static JdbcTemplate jdbc(String database) {
        return new JdbcTemplate(new DriverManagerDataSource(database));
    }
}
