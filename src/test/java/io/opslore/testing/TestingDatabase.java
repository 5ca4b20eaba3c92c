package io.opslore.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;

/**
 * One real PostgreSQL for the whole suite; each caller gets its own migrated database, copied from
 * a template.
 */
public final class TestingDatabase {

    private static final String TEMPLATE = "opslore_template";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private TestingDatabase() {}

    /** The JDBC address (with user) of a fresh database that has all tables and no rows. */
    public static String fresh() {
        String name = "test_" + COUNT.incrementAndGet();
        execute("create database " + name + " template " + TEMPLATE);
        return SERVER.getJdbcUrl("postgres", name);
    }

    /** As {@link #fresh}, but without tables: for tests that migrate step by step. */
    public static String empty() {
        String name = "test_" + COUNT.incrementAndGet();
        execute("create database " + name);
        return SERVER.getJdbcUrl("postgres", name);
    }

    /** As {@link #empty}, of somebody who may do everything there and nothing beside it. */
    public static String ownedByNoSuperuser() {
        String name = "test_" + COUNT.incrementAndGet();
        execute("create role " + name + " login nosuperuser nocreatedb nocreaterole");
        execute("create database " + name + " owner " + name);
        return SERVER.getJdbcUrl(name, name);
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server =
                    EmbeddedPostgres.builder()
                            .setPGStartupWait(Duration.ofMinutes(2))
                            .setServerConfig("fsync", "off")
                            // Portals of this JVM end first: what waits on a database that is
                            // gone waits for half a minute.
                            .setRegisterShutdownHook(false)
                            .start();
            SpringApplication.getShutdownHandlers().add(() -> end(server));
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + TEMPLATE);
            }
            Flyway.configure()
                    .dataSource(server.getDatabase("postgres", TEMPLATE))
                    .load()
                    .migrate();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void end(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void execute(String sql) {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
