package io.opslore.tools.remote;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.mcp.RemoteMcps;
import io.opslore.identity.Asker;
import io.opslore.tools.Found;
import io.opslore.tools.Paged;
import io.opslore.tools.Tool;
import io.opslore.tools.ToolArguments;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.ToolParameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The MCP servers whose tools the asker may call, and why those of some are not there now. */
@Component
class RemoteServersList implements Tool {

    private static final ToolInfo INFO =
            new ToolInfo(
                    "remote_servers_list",
                    "List other MCP servers",
                    "Lists the MCP servers whose tools are offered beside the portal's own, under"
                            + " <source>_<tool>, with how many there are; and what is wrong where"
                            + " a server does not tell them.",
                    List.of(ToolParameter.cursor()));

    private final RemoteTools remote;

    RemoteServersList(RemoteTools remote) {
        this.remote = remote;
    }

    @Override
    public ToolInfo info() {
        return INFO;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(RemoteMcps.KIND);
    }

    @Override
    public Found find(ToolArguments arguments, Asker asker) {
        return Paged.of(remote.listings(asker), RemoteServersList::row, arguments)
                .found("connections", "");
    }

    private static Map<String, ?> row(RemoteListing listing) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("source", listing.connection().id().value());
        row.put("name", listing.connection().name());
        ConnectionFailed failure = listing.failure();
        if (failure == null) {
            row.put("server", listing.version());
            row.put("tools", listing.tools().size());
            row.put("notAllowed", listing.offered() - listing.tools().size());
        } else {
            row.put("failure", failure.getMessage());
            row.put("suggestion", failure.suggestion());
        }
        row.put("asOf", listing.at().toString());
        return row;
    }
}
