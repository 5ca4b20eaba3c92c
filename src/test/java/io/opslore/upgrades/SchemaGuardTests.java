package io.opslore.upgrades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opslore.testing.TestingDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** On which schemas a portal starts. */
class SchemaGuardTests {

    private final DriverManagerDataSource database =
            new DriverManagerDataSource(TestingDatabase.fresh());
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final Flyway flyway = Flyway.configure().dataSource(database).load();
    private final SchemaGuard guard = new SchemaGuard();

    @Test
    void itsOwnIsTaken() {
        guard.migrate(flyway);

        assertThat(SchemaState.of(database).pending()).isEmpty();
    }

    @Test
    void anEmptyOneIsMade() {
        var empty = new DriverManagerDataSource(TestingDatabase.empty());

        guard.migrate(Flyway.configure().dataSource(empty).load());

        assertThat(SchemaState.of(empty).at()).isEqualTo(SchemaState.of(database).at());
    }

    @Test
    void aNewerOneIsRefusedWithWhatToDo() {
        jdbc.update(
                """
                insert into flyway_schema_history values
                (9000, '900', 'of tomorrow', 'SQL', 'V900__of_tomorrow.sql', 1, 'x', now(), 1, true)
                """);

        assertThatThrownBy(() -> guard.migrate(flyway))
                .isInstanceOf(SchemaUnfit.class)
                .hasMessageContaining("newer OpsLore")
                .hasMessageContaining("V900 of tomorrow");
    }

    @Test
    void oneOfOtherMigrationsIsRefused() {
        jdbc.update("update flyway_schema_history set checksum = checksum + 1 where version = '3'");

        assertThatThrownBy(() -> guard.migrate(flyway))
                .isInstanceOf(SchemaUnfit.class)
                .hasMessageContaining("other migrations")
                .hasMessageContaining("V3 ingest");
    }
}
