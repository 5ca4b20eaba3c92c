package io.opslore.connections.git;

import io.opslore.connections.Connection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * A repository on a server, and what opens it.
 *
 * @param connection the id of the connection it belongs to
 * @param name for people
 * @param token empty for what everybody may read
 * @param branches names or patterns with one star; empty for all
 * @param pulls whether to mirror the heads of pull requests too, as Gitea names them
 */
public record GitRemote(
        String connection,
        String name,
        URI url,
        String user,
        String token,
        List<String> branches,
        boolean pulls) {

    /** Servers that take a token in place of a password care little for the name before it. */
    private static final String ANYBODY = "oauth2";

    public GitRemote {
        branches = List.copyOf(branches);
    }

    /** That of a connection of the kind {@code git}, which is one repository. */
    public static GitRemote of(Connection connection) {
        return new GitRemote(
                connection.id().value(),
                connection.name(),
                GitConnectionType.address(connection),
                connection.setting(GitConnectionType.USER),
                connection.secret(GitConnectionType.TOKEN),
                GitConnectionType.branches(connection),
                false);
    }

    /** Where it is kept, below its connection; another address or other rights, another place. */
    String key() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(
                                    (url + "\n" + user + "\n" + branches + pulls)
                                            .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What its requests are opened with; empty for none. */
    String authorization() {
        String pair = (user.isEmpty() ? ANYBODY : user) + ":" + token;
        return token.isEmpty()
                ? ""
                : "Basic "
                        + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** What opens it is for nobody to read. */
    @Override
    public String toString() {
        return "GitRemote " + connection + " " + name;
    }
}
