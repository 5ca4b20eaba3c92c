package io.opslore.connections.git;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.connections.ConnectionField;
import io.opslore.connections.ConnectionType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** One repository by the address it is cloned from, over HTTP. */
@Component
public class GitConnectionType implements ConnectionType {

    /** The kind of these connections. */
    public static final String KIND = "git";

    static final String URL = "url";
    static final String USER = "user";
    static final String TOKEN = "token";
    static final String BRANCHES = "branches";

    private static final Pattern BRANCH = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._/@+#-]*");

    private final Mirrors mirrors;

    GitConnectionType(Mirrors mirrors) {
        this.mirrors = mirrors;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<ConnectionField> fields() {
        return List.of(
                ConnectionField.line(URL),
                ConnectionField.line(USER).optional(),
                ConnectionField.secret(TOKEN).optional(),
                ConnectionField.line(BRANCHES).optional());
    }

    @Override
    public void check(Connection connection) {
        mirrors.check(GitRemote.of(connection));
    }

    @Override
    public String test(Connection connection) {
        return mirrors.greeting(GitRemote.of(connection));
    }

    static URI address(Connection connection) {
        try {
            URI url = new URI(connection.setting(URL));
            if (url.getRawQuery() == null && url.getRawFragment() == null) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw noAddress();
        }
        throw noAddress();
    }

    static List<String> branches(Connection connection) {
        return Stream.of(connection.setting(BRANCHES).split("[,\\s]+", -1))
                .filter(one -> !one.isEmpty())
                .map(GitConnectionType::branch)
                .toList();
    }

    private static String branch(String name) {
        String plain = name.replaceFirst("\\*", "x");
        if (!BRANCH.matcher(plain).matches() || plain.contains("..")) {
            throw new ConnectionFailed(
                    Reason.UNFIT,
                    "That is no name of a branch, or a pattern with one star.",
                    "Enter names such as main or release/*, or leave the field empty.");
        }
        return name;
    }

    private static ConnectionFailed noAddress() {
        return new ConnectionFailed(
                Reason.UNFIT,
                "That is no address to clone from.",
                "Enter one that begins with https:// or http://; SSH is not spoken.");
    }
}
