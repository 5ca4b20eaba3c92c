package io.opslore.connections;

import io.opslore.connections.ConnectionFailed.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What of the portal's own machine connections may lead to. Who manages connections chooses among
 * what whoever runs the portal has named here, and nothing else.
 *
 * @param sockets Unix sockets, by their absolute paths
 * @param folders folders, all below which may be read
 * @param logBytes what a question to Loki may make it read, by its own estimate
 * @param logRange the longest time that one may cover
 */
@ConfigurationProperties("opslore.connections")
public record ConnectionsSettings(
        @DefaultValue List<Path> sockets,
        @DefaultValue List<Path> folders,
        @DefaultValue("1GB") DataSize logBytes,
        @DefaultValue("24h") Duration logRange) {

    public ConnectionsSettings {
        sockets = absolute("opslore.connections.sockets", sockets);
        folders = absolute("opslore.connections.folders", folders);
        if (logBytes.toBytes() <= 0 || logRange.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException(
                    "opslore.connections.log-bytes must be more than 0,"
                            + " opslore.connections.log-range 1 minute or more");
        }
    }

    /**
     * @throws ConnectionFailed naming the setting, unless the socket stands there
     */
    public void requireSocket(Path socket) {
        if (!sockets.contains(socket)) {
            throw new ConnectionFailed(
                    Reason.UNFIT,
                    "That Unix socket is not one that the portal may use.",
                    "Whoever runs the portal names it in opslore.connections.sockets.");
        }
    }

    /**
     * Where the folder really is.
     *
     * @throws ConnectionFailed naming the setting, unless it is one of those or below one, whatever
     *     links lead to it
     */
    public Path requireFolder(Path folder) {
        try {
            Path real = folder.toRealPath();
            for (Path named : folders) {
                if (named.toFile().isDirectory() && real.startsWith(named.toRealPath())) {
                    return real;
                }
            }
        } catch (IOException missing) {
            throw notNamed(missing);
        }
        throw notNamed(null);
    }

    private static ConnectionFailed notNamed(@org.jspecify.annotations.Nullable IOException cause) {
        String sentence = "That folder is not there, or not one that the portal may read.";
        String suggestion = "Whoever runs the portal names it in opslore.connections.folders.";
        return cause == null
                ? new ConnectionFailed(Reason.UNFIT, sentence, suggestion)
                : new ConnectionFailed(Reason.UNFIT, sentence, suggestion, cause);
    }

    private static List<Path> absolute(String name, List<Path> paths) {
        for (Path path : paths) {
            if (!path.isAbsolute() || !path.equals(path.normalize())) {
                throw new IllegalArgumentException(name + " must be absolute paths, not " + path);
            }
        }
        return List.copyOf(paths);
    }
}
