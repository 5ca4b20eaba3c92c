package io.opslore.sources;

import io.opslore.connections.Connection;
import io.opslore.connections.Connections;
import io.opslore.connections.git.GitConnectionType;
import io.opslore.connections.git.GitRemote;
import io.opslore.connections.gitea.GiteaConnectionType;
import io.opslore.connections.gitea.GiteaServers;
import io.opslore.library.NotFound;
import org.springframework.stereotype.Component;

/** Finds the repository that a source follows, on behalf of whoever set it up. Thread-safe. */
@Component
class Remotes {

    private final Connections connections;
    private final GiteaServers gitea;

    Remotes(Connections connections, GiteaServers gitea) {
        this.connections = connections;
        this.gitea = gitea;
    }

    /**
     * @throws NotFound where its owner may not look there, or it is no server of repositories
     * @throws io.opslore.connections.ConnectionFailed where no repository can be called that
     */
    GitRemote of(Source source) {
        String kind =
                connections
                        .find(source.connection())
                        .map(Connection::kind)
                        .orElseThrow(() -> new NotFound("Connection"));
        Connection connection = connections.open(source.connection().value(), kind, source.owner());
        return switch (kind) {
            case GitConnectionType.KIND -> GitRemote.of(connection);
            case GiteaConnectionType.KIND -> gitea.remote(connection, source.rules().repository());
            default -> throw new NotFound("Connection");
        };
    }
}
