package io.opslore.connections.gitea;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionField;
import io.opslore.connections.ConnectionType;
import java.util.List;
import org.springframework.stereotype.Component;

/** A server with many repositories: Gitea or Forgejo. */
@Component
public class GiteaConnectionType implements ConnectionType {

    /** The kind of these connections. */
    public static final String KIND = "gitea";

    static final String URL = "url";
    static final String TOKEN = "token";

    private final GiteaServers servers;

    GiteaConnectionType(GiteaServers servers) {
        this.servers = servers;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<ConnectionField> fields() {
        return List.of(ConnectionField.line(URL), ConnectionField.secret(TOKEN).optional());
    }

    @Override
    public void check(Connection connection) {
        servers.check(connection);
    }

    @Override
    public String test(Connection connection) {
        return servers.greeting(connection);
    }
}
