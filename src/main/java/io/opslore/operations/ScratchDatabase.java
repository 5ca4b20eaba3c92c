package io.opslore.operations;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
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

    private final Path folder;
    private final EmbeddedPostgres server;
    private final String password;

    @Autowired
    ScratchDatabase(DataFolder data) throws IOException, SQLException {
        folder = data.path().resolve("scratch");
        Path cluster = folder.resolve("cluster");
        clean(folder, cluster);
        password = BundledPostgres.randomPassword();
        Path programs = Files.createDirectories(data.path().resolve("postgres"));
        server = BundledPostgres.in(programs, cluster).setServerConfig("fsync", "off").start();
        try {
            // Nobody else on this machine may look in while it holds what the portal holds.
            BundledPostgres.requirePassword(server, cluster, password);
        } catch (IOException | SQLException e) {
            close();
            throw e;
        }
    }

    /** Its owner's. */
    public DataSource dataSource() {
        return new DriverManagerDataSource(
                BundledPostgres.address(server), BundledPostgres.NAME, password);
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
}
