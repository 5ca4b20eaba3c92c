package io.opslore.tools.remote;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionInfo;
import io.opslore.connections.Connections;
import io.opslore.connections.mcp.PlainText;
import io.opslore.connections.mcp.RemoteMcps;
import io.opslore.connections.mcp.RemoteTool;
import io.opslore.guard.Masking;
import io.opslore.identity.Asker;
import io.opslore.tools.MoreTools;
import io.opslore.tools.Tool;
import io.opslore.tools.ToolInfo;
import io.opslore.tools.remote.ForeignTool.Means;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The tools of all connected MCP servers, each for whoever may read its connection's space. */
@Component
class RemoteTools implements MoreTools {

    private static final int LONGEST_TITLE = 80;
    private static final int LONGEST_DESCRIPTION = 600;

    private final RemoteListings listings;
    private final Means means;

    RemoteTools(
            RemoteListings listings, Connections connections, RemoteMcps servers, Masking masking) {
        this.listings = listings;
        means = new Means(connections, servers, masking);
    }

    @Override
    public List<Tool> tools(Asker asker) {
        return tools(listings(asker));
    }

    @Override
    public Optional<Tool> find(String name, Asker asker) {
        List<RemoteListing> listed = listings(asker);
        Optional<Tool> found =
                tools(listed).stream().filter(tool -> tool.info().name().equals(name)).findFirst();
        if (found.isEmpty()) {
            requireTold(name, listed);
        }
        return found;
    }

    /** What each server that the asker may look into offers, by id. */
    List<RemoteListing> listings(Asker asker) {
        List<Connection> usable =
                means.connections().usable(RemoteMcps.KIND, asker).stream()
                        .map(ConnectionInfo::id)
                        .flatMap(id -> means.connections().find(id).stream())
                        .filter(one -> one.kind().equals(RemoteMcps.KIND))
                        .sorted(Comparator.comparing(one -> one.id().value()))
                        .toList();
        return listings.of(usable);
    }

    private List<Tool> tools(List<RemoteListing> listed) {
        var names = new RemoteNames();
        List<Tool> tools = new ArrayList<>();
        for (RemoteListing listing : listed) {
            for (RemoteTool tool : listing.tools()) {
                String name = names.of(listing.connection().id().value(), tool.name());
                RemoteSchema.passedOn(tool.schema())
                        .map(schema -> info(name, tool, listing, schema))
                        .map(info -> new ForeignTool(info, listing, tool.name(), means))
                        .ifPresent(tools::add);
            }
        }
        return tools;
    }

    private static ToolInfo info(
            String name, RemoteTool tool, RemoteListing listing, Map<String, Object> schema) {
        String title =
                PlainText.of(tool.title().isEmpty() ? tool.name() : tool.title(), LONGEST_TITLE);
        return new ToolInfo(
                name,
                title,
                PlainText.of(tool.description(), LONGEST_DESCRIPTION),
                RemoteSchema.parameters(schema),
                new ToolInfo.Foreign(listing.connection().id().value(), schema));
    }

    /** Throws the failure of the server whose tool was meant, as its name says. */
    private static void requireTold(String name, List<RemoteListing> listed) {
        for (RemoteListing listing : listed) {
            ConnectionFailed failure = listing.failure();
            String begin = listing.connection().id().value().replace('-', '_') + "_";
            if (failure != null && name.startsWith(begin)) {
                throw new ConnectionFailed(
                        failure.reason(), failure.getMessage(), failure.suggestion(), failure);
            }
        }
    }
}
