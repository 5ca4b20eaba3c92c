package io.opslore.connections.mcp;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionField;
import io.opslore.connections.ConnectionType;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A server of the Model Context Protocol, and which of its tools may be called. */
@Component
class McpType implements ConnectionType {

    private static final List<ConnectionField> FIELDS =
            List.of(
                    ConnectionField.line(RemoteMcps.URL),
                    ConnectionField.secret(RemoteMcps.TOKEN).optional(),
                    ConnectionField.lines(RemoteMcps.ALLOWED).optional(),
                    ConnectionField.line(RemoteMcps.TELL).optional());

    private static final int SHOWN = 40;
    private static final int LONGEST = 64;

    private final RemoteMcps servers;

    McpType(RemoteMcps servers) {
        this.servers = servers;
    }

    @Override
    public String kind() {
        return RemoteMcps.KIND;
    }

    @Override
    public List<ConnectionField> fields() {
        return FIELDS;
    }

    @Override
    public void check(Connection connection) {
        servers.check(connection);
    }

    @Override
    public String test(Connection connection) {
        AllowedTools allowed = servers.allowed(connection);
        try (RemoteMcp server = servers.open(connection)) {
            List<RemoteTool> tools = server.tools();
            List<String> used = names(tools.stream().filter(allowed::holds).toList());
            List<String> unused = names(tools.stream().filter(it -> !allowed.holds(it)).toList());
            Set<String> names = tools.stream().map(RemoteTool::name).collect(Collectors.toSet());
            return "%s: %d of %d tools."
                            .formatted(
                                    PlainText.of(server.version(), LONGEST),
                                    used.size(),
                                    tools.size())
                    + listed(" ✓ ", used)
                    + listed(" ✗ ", unused)
                    + listed(" ? ", allowed.missing(names));
        }
    }

    private static List<String> names(List<RemoteTool> tools) {
        return tools.stream().map(RemoteTool::name).sorted().toList();
    }

    private static String listed(String sign, Collection<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        String some =
                names.stream()
                        .limit(SHOWN)
                        .map(name -> PlainText.of(name, LONGEST))
                        .collect(Collectors.joining(", "));
        return sign + some + (names.size() > SHOWN ? " …" : "");
    }
}
