package io.opslore.tools.remote;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.mcp.RemoteTool;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a server offered when it was asked last.
 *
 * @param connection as it was then
 * @param tools those that may be called
 * @param offered how many there are in all
 * @param failure why nothing is known; null where it is
 */
record RemoteListing(
        Connection connection,
        String version,
        List<RemoteTool> tools,
        int offered,
        @Nullable ConnectionFailed failure,
        Instant at) {

    RemoteListing {
        tools = List.copyOf(tools);
    }

    static RemoteListing failed(Connection connection, ConnectionFailed failure, Instant at) {
        return new RemoteListing(connection, "", List.of(), 0, failure, at);
    }
}
