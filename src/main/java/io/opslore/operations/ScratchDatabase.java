package io.opslore.operations;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * An empty PostgreSQL of its own, beside whichever the portal works on, that is gone when it is
 * closed. One at a time in a data folder; what a killed portal left of one ends with the next.
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class ScratchDatabase implements AutoCloseable {

    private static final String NAME = "postgres";

    private final Path folder;
    private final EmbeddedPostgres server;
    private final String password;

    @Autowired
    ScratchDatabase(DataFolder data) throws IOException, SQLException {
        folder = data.path().resolve("scratch");
        Path cluster = folder.resolve("cluster");
        clean(folder, cluster);
        password = random();
        Path programs = Files.createDirectories(data.path().resolve("postgres"));
        server =
                EmbeddedPostgres.builder()
                        .setDataDirectory(cluster)
                        .setOverrideWorkingDirectory(programs.toFile())
                        .setPgBinaryResolver(new PostgresBinaries())
                        .setRegisterShutdownHook(false)
                        .setPGStartupWait(Duration.ofMinutes(3))
                        .setLocaleConfig("locale", "C")
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8")
                        .setServerConfig("fsync", "off")
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("unix_socket_directories", "")
                        .start();
        requirePassword(cluster);
    }

    /** Its owner's. */
    public DataSource dataSource() {
        return new DriverManagerDataSource(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), NAME),
                NAME,
                password);
    }

    @Override
    public void close() throws IOException {
        server.close();
        FileSystemUtils.deleteRecursively(folder);
    }

    private static void clean(Path folder, Path cluster) throws IOException {
        if (Files.exists(folder)) {
            StalePostmaster.end(cluster);
            FileSystemUtils.deleteRecursively(folder);
        }
        Files.createDirectories(folder);
    }

    /** Nobody else on this machine may look in while it holds what the portal holds. */
    private void requirePassword(Path cluster) throws SQLException, IOException {
        try (Connection connection = server.getDatabase(NAME, NAME).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter user postgres password '" + password + "'");
            Files.writeString(
                    cluster.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
            statement.execute("select pg_reload_conf()");
        }
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
