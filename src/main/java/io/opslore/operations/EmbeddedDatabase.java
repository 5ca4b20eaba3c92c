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
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.util.FileSystemUtils;

/**
 * The real PostgreSQL that comes in the jar, run as a child on a free loopback port with its
 * cluster in the data folder. Boot's data source takes its address from here unless {@code
 * spring.datasource.url} names another server.
 */
class EmbeddedDatabase implements JdbcConnectionDetails, DisposableBean {

    private static final String USER = "postgres";
    private static final String DATABASE = "postgres";

    private final String password;
    private final Postmaster postmaster;
    private final EmbeddedPostgres server;

    EmbeddedDatabase(DataFolder folder) throws IOException, SQLException {
        Path home = folder.path().resolve("postgres");
        Path cluster = home.resolve("cluster");
        Path passwordFile = home.resolve("password");
        Files.createDirectories(home);
        StalePostmaster.end(cluster);
        boolean first = !Files.exists(passwordFile);
        if (first) {
            // Without a password it never finished its first start, so there is nothing in it to
            // keep.
            FileSystemUtils.deleteRecursively(cluster);
        }
        password = first ? random() : Files.readString(passwordFile).strip();
        server = start(home, cluster);
        if (first) {
            requirePassword(cluster);
            folder.writeSecret("postgres/password", password);
        }
        postmaster = new Postmaster(cluster);
        postmaster.watch();
    }

    @Override
    public String getUsername() {
        return USER;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), DATABASE);
    }

    @Override
    public void destroy() throws IOException {
        postmaster.release();
        server.close();
    }

    private EmbeddedPostgres start(Path home, Path cluster) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(home.toFile())
                .setPgBinaryResolver(new PostgresBinaries())
                // Spring ends it after the data source; a hook of its own would race with that.
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofMinutes(3))
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                // The library is made for tests and starts with these off; here committed means on
                // disk.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "60")
                .setConnectConfig("password", password)
                .start();
    }

    /** The library leaves the server open to everyone on this machine: shut it. */
    private void requirePassword(Path cluster) throws SQLException, IOException {
        try (Connection connection = server.getDatabase(USER, DATABASE).getConnection();
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
