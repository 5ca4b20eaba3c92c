package io.opslore.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The embedded PostgreSQL of a portal that runs: looked at beside it. */
class RunningDatabase implements JdbcConnectionDetails {

    /** PostgreSQL writes its port there. */
    private static final int PORT_LINE = 3;

    private final int port;
    private final String password;

    RunningDatabase(Path data) throws IOException {
        Path home = data.resolve("postgres");
        List<String> lines = Files.readAllLines(home.resolve("cluster/postmaster.pid"));
        port = Integer.parseInt(lines.get(PORT_LINE).strip());
        password = Files.readString(home.resolve("password")).strip();
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
    }

    @Override
    public String getUsername() {
        return "postgres";
    }

    @Override
    public String getPassword() {
        return password;
    }
}
