package io.opslore.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded PostgreSQL is killed under the portal. */
class EmbeddedDatabaseTests {

    @TempDir private Path folder;
    private DataFolder data;
    private EmbeddedDatabase database;

    @BeforeEach
    void start() throws Exception {
        data = new DataFolder(new OperationsSettings(folder));
        database = new EmbeddedDatabase(data);
    }

    @AfterEach
    void stop() throws IOException {
        database.destroy();
        data.destroy();
    }

    @Test
    void killedTwiceItIsBackAtTheSameAddressWithAllThatWasCommitted() throws Exception {
        run("create table kept (kill int)");
        for (int kill = 1; kill <= 2; kill++) {
            run("insert into kept values (" + kill + ")");
            ProcessHandle killed = ProcessHandle.of(pid()).orElseThrow();
            killed.destroyForcibly();

            int expected = kill;
            await().atMost(Duration.ofMinutes(1))
                    .ignoreExceptionsInstanceOf(SQLException.class)
                    .untilAsserted(() -> assertThat(count()).isEqualTo(expected));
            assertThat(killed.isAlive()).isFalse();
            assertThat(pid()).isNotEqualTo(killed.pid());
        }
    }

    @Test
    void toldToStopItStaysStopped() throws Exception {
        ProcessHandle running = ProcessHandle.of(pid()).orElseThrow();

        database.destroy();

        assertThat(running.onExit()).succeedsWithin(Duration.ofSeconds(20));
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(10))
                .until(() -> Files.notExists(folder.resolve("postgres/cluster/postmaster.pid")));
    }

    private long pid() throws IOException {
        Path file = folder.resolve("postgres/cluster/postmaster.pid");
        return Long.parseLong(Files.readAllLines(file).getFirst().strip());
    }

    private int count() throws SQLException {
        try (Connection connection = connection();
                var rows = connection.createStatement().executeQuery("select count(*) from kept")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = connection()) {
            connection.createStatement().execute(sql);
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(
                database.getJdbcUrl(), database.getUsername(), database.getPassword());
    }
}
