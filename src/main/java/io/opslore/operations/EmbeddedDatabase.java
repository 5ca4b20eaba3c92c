package io.opslore.operations;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.util.FileSystemUtils;

/**
 * The real PostgreSQL that comes in the jar, run as a child on a free loopback port with its
 * cluster in the data folder. Boot's data source takes its address from here unless {@code
 * spring.datasource.url} names another server.
 */
class EmbeddedDatabase implements JdbcConnectionDetails, DisposableBean {

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
        password =
                first ? BundledPostgres.randomPassword() : Files.readString(passwordFile).strip();
        server = start(home, cluster);
        if (first) {
            keepShut(folder, cluster);
        }
        postmaster = new Postmaster(cluster);
        postmaster.watch();
    }

    @Override
    public String getUsername() {
        return BundledPostgres.NAME;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String getJdbcUrl() {
        return BundledPostgres.address(server);
    }

    @Override
    public void destroy() throws IOException {
        postmaster.release();
        server.close();
    }

    private void keepShut(DataFolder folder, Path cluster) throws IOException, SQLException {
        try {
            BundledPostgres.requirePassword(server, cluster, password);
            folder.writeSecret("postgres/password", password);
        } catch (IOException | SQLException | RuntimeException e) {
            // Nobody else would end it.
            server.close();
            throw e;
        }
    }

    private EmbeddedPostgres start(Path home, Path cluster) throws IOException {
        return BundledPostgres.in(home, cluster)
                .setCleanDataDirectory(false)
                // The library is made for tests and starts with these off; here committed means on
                // disk.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "60")
                .setConnectConfig("password", password)
                .start();
    }
}
