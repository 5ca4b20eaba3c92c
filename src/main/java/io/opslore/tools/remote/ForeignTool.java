package io.opslore.tools.remote;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionInfo;
import io.opslore.connections.Connections;
import io.opslore.connections.mcp.RemoteMcp;
import io.opslore.connections.mcp.RemoteMcps;
import io.opslore.guard.MaskScope;
import io.opslore.guard.Masking;
import io.opslore.identity.Asker;
import io.opslore.tools.Found;
import io.opslore.tools.Tool;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolFailure;
import io.opslore.tools.ToolInfo;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** One tool of one connected server. Thread-safe. */
final class ForeignTool implements Tool {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** So much may leave for another server at once. */
    private static final int LONGEST = 4_000;

    private final ToolInfo info;
    private final RemoteListing listing;
    private final String theirName;
    private final Means means;

    /**
     * @param theirName what its server calls it
     */
    ForeignTool(ToolInfo info, RemoteListing listing, String theirName, Means means) {
        this.info = info;
        this.listing = listing;
        this.theirName = theirName;
        this.means = means;
    }

    @Override
    public ToolInfo info() {
        return info;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(RemoteMcps.KIND);
    }

    @Override
    public boolean looksInto(ConnectionInfo connection) {
        return connection.id().equals(listing.connection().id());
    }

    @Override
    public Found find(ToolArguments arguments, Asker asker) {
        String id = listing.connection().id().value();
        Connection connection = means.connections().open(id, RemoteMcps.KIND, asker);
        MaskScope scope = MaskScope.space(connection.space().value());
        requireHarmless(arguments.all(), scope);
        try (RemoteMcp server = means.servers().open(connection, asker)) {
            return new RemoteRows(means.masking(), scope)
                    .of(server.call(theirName, arguments.all()), id, listing.version());
        }
    }

    /** Nothing that is a secret here is handed to somebody else. */
    private void requireHarmless(Map<String, Object> arguments, MaskScope scope) {
        String sent = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(arguments);
        if (sent.length() > LONGEST) {
            throw ToolFailure.invalid(
                    "The arguments are longer than %d characters.".formatted(LONGEST),
                    "Give less to another server.");
        }
        if (!means.masking().mask(sent, "arguments.yaml", scope).secrets().isEmpty()) {
            throw ToolFailure.invalid(
                    "An argument holds a secret, which is not sent to another server.",
                    "Leave it out.");
        }
    }

    /** What calls need. */
    record Means(Connections connections, RemoteMcps servers, Masking masking) {}
}
